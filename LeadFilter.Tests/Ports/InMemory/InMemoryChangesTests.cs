using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;

namespace LeadFilter.Tests.Ports.InMemory;

[TestClass]
public sealed class InMemoryChangesTests : AllOrNoneContract
{
    protected override Task<ChangesUnderTest> OpenAsync() => Task.FromResult<ChangesUnderTest>(new InMemory());

    private sealed class InMemory : ChangesUnderTest
    {
        private readonly InMemoryTables tables = new();
        private readonly InMemoryLeadQueue queue = new(TimeProvider.System);

        public override IChanges Changes => new InMemoryChanges(tables, queue);

        public override ITables Tables => tables;

        public override Task<long> CountMessagesAsync() => Task.FromResult((long)queue.Messages.Count);

        public override ValueTask DisposeAsync() => default;
    }
}
