using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Ports;

/// <summary>What an adapter of <see cref="IChanges"/> must do that can make changes all or none.</summary>
public abstract class AllOrNoneContract : ChangesContract
{
    [TestMethod]
    public async Task Of_all_or_none_all_are_made_and_rows_get_their_etags()
    {
        await using var store = await OpenAsync();
        var receipts = store.Tables[TableNames.Receipts];
        var receipt = new Row("p", "r");
        await receipts.TryInsertAsync(receipt, Cancellation);
        Change[] changes =
        [
            Change.Insert(TableNames.Claims, new("p", "1")),
            Change.Replace(TableNames.Receipts, receipt.Set("Text", "new")),
            Change.Send(Message("1")),
        ];

        Assert.IsTrue(store.Changes.CanMakeAll);
        Assert.IsTrue(await store.Changes.TryMakeAllAsync(changes, Cancellation));

        CollectionAssert.AreEqual(new[] { ChangeResult.Made, ChangeResult.Made, ChangeResult.Made }, ResultsOf(changes));
        Assert.AreEqual("new", (await receipts.FindAsync("p", "r", Cancellation))?.Text("Text"));
        Assert.AreEqual(1, await store.CountMessagesAsync());
        Assert.IsTrue(await receipts.TryDeleteAsync(receipt, Cancellation));
        Assert.IsTrue(await store.Tables[TableNames.Claims].TryDeleteAsync(changes[0].Row!, Cancellation));
    }

    [TestMethod]
    public async Task A_taken_key_leaves_nothing_of_the_others_and_says_which_it_was()
    {
        await using var store = await OpenAsync();
        var (receipts, claims) = (store.Tables[TableNames.Receipts], store.Tables[TableNames.Claims]);
        var receipt = new Row("p", "r").Set("Text", "old");
        await receipts.TryInsertAsync(receipt, Cancellation);
        await claims.TryInsertAsync(new("p", "2"), Cancellation);
        var read = (await receipts.FindAsync("p", "r", Cancellation))!;
        var changes = Changes("2");

        Assert.IsFalse(await store.Changes.TryMakeAllAsync(changes, Cancellation));

        CollectionAssert.AreEqual(
            new[] { ChangeResult.NotTried, ChangeResult.NotTried, ChangeResult.NotTried, ChangeResult.Refused, ChangeResult.NotTried }, ResultsOf(changes));
        Assert.IsNull(await claims.FindAsync("p", "1", Cancellation));
        Assert.IsNull(await claims.FindAsync("p", "3", Cancellation));
        Assert.AreEqual("old", (await receipts.FindAsync("p", "r", Cancellation))?.Text("Text"));
        Assert.AreEqual(0, await store.CountMessagesAsync());

        // The same may be tried again: the keys and the message's id are free, and the row is as it was read.
        Assert.IsTrue(await store.Changes.TryMakeAllAsync(Changes("4"), Cancellation));
        Assert.AreEqual(1, await store.CountMessagesAsync());
        Assert.AreEqual("new", (await receipts.FindAsync("p", "r", Cancellation))?.Text("Text"));

        Change[] Changes(string key) =>
        [
            Change.Insert(TableNames.Claims, new("p", "1")),
            Change.Send(Message("1")),
            Change.Replace(TableNames.Receipts, read.Set("Text", "new")),
            Change.Insert(TableNames.Claims, new("p", key)),
            Change.Insert(TableNames.Claims, new("p", "3")),
        ];
    }

    [TestMethod]
    public async Task A_stale_row_leaves_nothing_of_the_others()
    {
        await using var store = await OpenAsync();
        var table = store.Tables[TableNames.Receipts];
        await table.TryInsertAsync(new("p", "r"), Cancellation);
        var stale = (await table.FindAsync("p", "r", Cancellation))!;
        await table.TryReplaceAsync((await table.FindAsync("p", "r", Cancellation))!.Set("Text", "mine"), Cancellation);
        Change[] changes = [Change.Send(Message("1")), Change.Replace(TableNames.Receipts, stale.Set("Text", "stale")), Change.Insert(TableNames.Claims, new("p", "1"))];

        Assert.IsFalse(await store.Changes.TryMakeAllAsync(changes, Cancellation));

        CollectionAssert.AreEqual(new[] { ChangeResult.NotTried, ChangeResult.Refused, ChangeResult.NotTried }, ResultsOf(changes));
        Assert.AreEqual("mine", (await table.FindAsync("p", "r", Cancellation))?.Text("Text"));
        Assert.IsNull(await store.Tables[TableNames.Claims].FindAsync("p", "1", Cancellation));
        Assert.AreEqual(0, await store.CountMessagesAsync());
    }

    [TestMethod]
    public async Task A_repeated_message_refuses_nothing()
    {
        await using var store = await OpenAsync();
        await store.Changes.MakeAsync([Change.Send(Message("1"))], Cancellation);

        Assert.IsTrue(await store.Changes.TryMakeAllAsync([Change.Send(Message("1")), Change.Insert(TableNames.Claims, new("p", "1"))], Cancellation));

        Assert.AreEqual(1, await store.CountMessagesAsync());
        Assert.IsNotNull(await store.Tables[TableNames.Claims].FindAsync("p", "1", Cancellation));
    }

    [TestMethod]
    public async Task Of_64_at_once_for_overlapping_keys_each_is_made_whole_or_not_at_all()
    {
        await using var store = await OpenAsync();
        var series = Enumerable.Range(0, 64).Select(number => new[] { number, number + 1, number + 2 }
            .Select(key => Change.Insert(TableNames.Claims, new Row("p", $"{key}").Set("Of", $"{number}"))).Append(Change.Send(Message($"{number}"))).ToArray()).ToList();

        var made = await Task.WhenAll(series.Select(changes =>
            Task.Run(async () => await store.Changes.TryMakeAllAsync(changes, Cancellation), Cancellation)));

        var rows = await store.Tables[TableNames.Claims].QueryAsync("p", "", null, Cancellation).ToListAsync(Cancellation);
        var whole = rows.GroupBy(row => row.Text("Of")).ToDictionary(static one => one.Key!, static one => one.Count());
        Assert.IsTrue(whole.Values.All(static count => count == 3));
        CollectionAssert.AreEquivalent(whole.Keys.ToList(), Enumerable.Range(0, 64).Where(at => made[at]).Select(static at => $"{at}").ToList());
        Assert.AreEqual(whole.Count, await store.CountMessagesAsync());
        Assert.IsGreaterThan(0, whole.Count);
    }
}
