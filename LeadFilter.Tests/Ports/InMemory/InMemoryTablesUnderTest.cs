using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;

namespace LeadFilter.Tests.Ports.InMemory;

internal sealed class InMemoryTablesUnderTest : TablesUnderTest
{
    private readonly InMemoryTables tables = new();

    public override ITables Tables => tables;

    public override ValueTask DisposeAsync() => default;
}
