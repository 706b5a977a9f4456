using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Ports;

/// <summary>What every adapter of <see cref="IChanges"/> must do.</summary>
public abstract class ChangesContract
{
    public TestContext TestContext { get; set; } = null!;

    protected CancellationToken Cancellation => TestContext.CancellationToken;

    [TestMethod]
    public async Task All_changes_are_made()
    {
        await using var store = await OpenAsync();
        var receipt = new Row("p", "r");
        await store.Tables[TableNames.Receipts].TryInsertAsync(receipt, Cancellation);
        Change[] changes =
        [
            Change.Send(Message("1")),
            Change.Replace(TableNames.Receipts, receipt.Set("Text", "new")),
            Change.Insert(TableNames.Decisions, new("d", "1")),
        ];

        await store.Changes.MakeAsync(changes, Cancellation);

        CollectionAssert.AreEqual(new[] { ChangeResult.Made, ChangeResult.Made, ChangeResult.Made }, ResultsOf(changes));
        Assert.AreEqual("new", (await store.Tables[TableNames.Receipts].FindAsync("p", "r", Cancellation))?.Text("Text"));
        Assert.IsNotNull(await store.Tables[TableNames.Decisions].FindAsync("d", "1", Cancellation));
        Assert.AreEqual(1, await store.CountMessagesAsync());
    }

    [TestMethod]
    public async Task Rows_get_the_etag_under_which_they_stand()
    {
        await using var store = await OpenAsync();
        var table = store.Tables[TableNames.Claims];
        var (first, second) = (new Row("p", "1"), new Row("p", "2"));
        await store.Changes.MakeAsync([Change.Insert(TableNames.Claims, first), Change.Insert(TableNames.Claims, second)], Cancellation);

        await store.Changes.MakeAsync([Change.Replace(TableNames.Claims, first.Set("Text", "again"))], Cancellation);

        Assert.AreEqual((await table.FindAsync("p", "1", Cancellation))?.ETag, first.ETag);
        Assert.IsTrue(await table.TryDeleteAsync(second, Cancellation));
    }

    [TestMethod]
    public async Task A_taken_key_ends_the_series_and_what_was_made_before_stays()
    {
        await using var store = await OpenAsync();
        var table = store.Tables[TableNames.Claims];
        await table.TryInsertAsync(new Row("p", "2").Set("Text", "old"), Cancellation);
        Change[] changes = [.. new[] { "1", "2", "3" }.Select(key => Change.Insert(TableNames.Claims, new("p", key)))];

        await store.Changes.MakeAsync(changes, Cancellation);

        CollectionAssert.AreEqual(new[] { ChangeResult.Made, ChangeResult.Refused, ChangeResult.NotTried }, ResultsOf(changes));
        Assert.IsNotNull(await table.FindAsync("p", "1", Cancellation));
        Assert.AreEqual("old", (await table.FindAsync("p", "2", Cancellation))?.Text("Text"));
        Assert.IsNull(await table.FindAsync("p", "3", Cancellation));
        Assert.IsNull(changes[1].Row!.ETag);
    }

    [TestMethod]
    public async Task A_stale_row_is_not_replaced_and_ends_the_series()
    {
        await using var store = await OpenAsync();
        var table = store.Tables[TableNames.Receipts];
        await table.TryInsertAsync(new("p", "r"), Cancellation);
        var stale = (await table.FindAsync("p", "r", Cancellation))!;
        await table.TryReplaceAsync((await table.FindAsync("p", "r", Cancellation))!.Set("Text", "mine"), Cancellation);
        Change[] changes = [Change.Replace(TableNames.Receipts, stale.Set("Text", "stale")), Change.Send(Message("1"))];

        await store.Changes.MakeAsync(changes, Cancellation);

        CollectionAssert.AreEqual(new[] { ChangeResult.Refused, ChangeResult.NotTried }, ResultsOf(changes));
        Assert.AreEqual("mine", (await table.FindAsync("p", "r", Cancellation))?.Text("Text"));
        Assert.AreEqual(0, await store.CountMessagesAsync());
    }

    [TestMethod]
    public async Task What_stands_beside_a_refused_change_is_made_and_then_the_series_ends()
    {
        await using var store = await OpenAsync();
        await store.Tables[TableNames.Claims].TryInsertAsync(new("p", "1"), Cancellation);
        Change[] changes =
        [
            Change.Insert(TableNames.Claims, new("p", "1")),
            Change.Insert(TableNames.Decisions, new("d", "1"), beside: true),
            Change.Insert(TableNames.Decisions, new("d", "2")),
        ];

        await store.Changes.MakeAsync(changes, Cancellation);

        CollectionAssert.AreEqual(new[] { ChangeResult.Refused, ChangeResult.Made, ChangeResult.NotTried }, ResultsOf(changes));
        Assert.IsNotNull(await store.Tables[TableNames.Decisions].FindAsync("d", "1", Cancellation));
        Assert.IsNull(await store.Tables[TableNames.Decisions].FindAsync("d", "2", Cancellation));
    }

    [TestMethod]
    public async Task A_repeated_message_is_swallowed_and_counts_as_made()
    {
        await using var store = await OpenAsync();
        await store.Changes.MakeAsync([Change.Send(Message("1"))], Cancellation);
        Change[] changes = [Change.Send(Message("1")), Change.Insert(TableNames.Claims, new("p", "1"))];

        await store.Changes.MakeAsync(changes, Cancellation);

        CollectionAssert.AreEqual(new[] { ChangeResult.Made, ChangeResult.Made }, ResultsOf(changes));
        Assert.AreEqual(1, await store.CountMessagesAsync());
    }

    [TestMethod]
    public async Task Of_64_series_at_once_for_the_same_two_keys_exactly_one_is_made_whole()
    {
        await using var store = await OpenAsync();
        var series = Enumerable.Range(0, 64).Select(_ => new[] { "1", "2" }.Select(key => Change.Insert(TableNames.Claims, new("p", key))).ToArray()).ToList();

        await Task.WhenAll(series.Select(changes => Task.Run(async () => await store.Changes.MakeAsync(changes, Cancellation), Cancellation)));

        Assert.AreEqual(1, series.Count(changes => changes[0].Result == ChangeResult.Made));
        Assert.AreEqual(1, series.Count(changes => changes[1].Result == ChangeResult.Made));
        Assert.IsTrue(series.Single(changes => changes[0].Result == ChangeResult.Made)[1].Result == ChangeResult.Made);
    }

    /// <summary>Opens an empty store of the test's own.</summary>
    protected abstract Task<ChangesUnderTest> OpenAsync();

    protected static QueueMessage Message(string id) =>
        new() { Queue = QueueNames.Leads, MessageId = id, Subject = "lead", Body = "{}"u8.ToArray() };

    protected static ChangeResult[] ResultsOf(IEnumerable<Change> changes) => [.. changes.Select(static change => change.Result)];
}
