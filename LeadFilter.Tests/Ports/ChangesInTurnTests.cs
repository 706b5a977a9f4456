using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Ports;

[TestClass]
public sealed class ChangesInTurnTests : ChangesContract
{
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_failure_ends_the_series_and_is_kept_with_its_change(bool tookEffect)
    {
        var tables = new FaultyTables();
        tables[TableNames.Decisions].Fault = call => call.TookEffect == tookEffect ? throw new StoreUnavailableException("down") : default;
        Change[] changes =
        [
            Change.Insert(TableNames.Receipts, new("p", "r")),
            Change.Insert(TableNames.Decisions, new("d", "1")),
            Change.Insert(TableNames.Claims, new("c", "1")),
        ];

        await new ChangesInTurn(tables, new FaultyLeadQueue(TimeProvider.System)).MakeAsync(changes, Cancellation);

        CollectionAssert.AreEqual(new[] { ChangeResult.Made, ChangeResult.Failed, ChangeResult.NotTried }, ResultsOf(changes));
        Assert.AreEqual("down", Assert.ThrowsExactly<StoreUnavailableException>(changes[1].ThrowIfFailed).Message);
        Assert.AreEqual((1, tookEffect ? 1 : 0, 0), (tables[TableNames.Receipts].Rows.Count, tables[TableNames.Decisions].Rows.Count, tables[TableNames.Claims].Rows.Count));
    }

    [TestMethod]
    public async Task Stores_that_know_nothing_of_each_other_cannot_make_all_or_none()
    {
        await using var store = await OpenAsync();
        Assert.IsFalse(store.Changes.CanMakeAll);
        await Assert.ThrowsExactlyAsync<NotSupportedException>(() => store.Changes.TryMakeAllAsync([Change.Send(Message("1"))], Cancellation).AsTask());
    }

    protected override Task<ChangesUnderTest> OpenAsync() => Task.FromResult<ChangesUnderTest>(new InMemory());

    private sealed class InMemory : ChangesUnderTest
    {
        private readonly FaultyTables tables = new();
        private readonly FaultyLeadQueue queue = new(TimeProvider.System);

        public override IChanges Changes => new ChangesInTurn(tables, queue);

        public override ITables Tables => tables;

        public override Task<long> CountMessagesAsync() => Task.FromResult((long)queue.Messages.Count);

        public override ValueTask DisposeAsync() => default;
    }
}
