using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Ports;

/// <summary>What every adapter of <see cref="ITable"/> must do. Its tests of reading and querying are in <see cref="TableReadContract"/>.</summary>
public abstract class TableContract
{
    public TestContext TestContext { get; set; } = null!;

    protected CancellationToken Cancellation => TestContext.CancellationToken;

    [TestMethod]
    public async Task Inserted_row_is_found()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Claims];

        Assert.IsTrue(await table.TryInsertAsync(new Row("p", "r").Set("Text", "one"), Cancellation));

        var found = await table.FindAsync("p", "r", Cancellation);
        Assert.IsNotNull(found);
        Assert.AreEqual("p", found.PartitionKey);
        Assert.AreEqual("r", found.RowKey);
        Assert.AreEqual("one", found.Text("Text"));
    }

    [TestMethod]
    public async Task Insert_sets_the_etag_under_which_the_row_is_found()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Claims];
        var row = new Row("p", "r").Set("Text", "one");

        await table.TryInsertAsync(row, Cancellation);

        Assert.IsNotNull(row.ETag);
        Assert.AreEqual((await table.FindAsync("p", "r", Cancellation))?.ETag, row.ETag);
    }

    [TestMethod]
    public async Task Insert_under_a_taken_key_is_refused_and_changes_nothing()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Claims];
        await table.TryInsertAsync(new Row("p", "r").Set("Text", "one"), Cancellation);
        var second = new Row("p", "r").Set("Text", "two");

        Assert.IsFalse(await table.TryInsertAsync(second, Cancellation));

        Assert.IsNull(second.ETag);
        Assert.AreEqual("one", (await table.FindAsync("p", "r", Cancellation))?.Text("Text"));
    }

    [TestMethod]
    public async Task Row_that_was_never_inserted_is_not_found()
    {
        await using var opened = await OpenAsync();
        await opened.Tables[TableNames.Claims].TryInsertAsync(new Row("p", "r"), Cancellation);

        Assert.IsNull(await opened.Tables[TableNames.Claims].FindAsync("p", "other", Cancellation));
    }

    [TestMethod]
    public async Task Row_of_one_table_is_not_found_in_another()
    {
        await using var opened = await OpenAsync();
        await opened.Tables[TableNames.Claims].TryInsertAsync(new Row("p", "r"), Cancellation);

        Assert.IsNull(await opened.Tables[TableNames.Receipts].FindAsync("p", "r", Cancellation));
    }

    [TestMethod]
    public async Task Keys_differ_by_case()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Claims];
        await table.TryInsertAsync(new Row("p", "r"), Cancellation);

        Assert.IsTrue(await table.TryInsertAsync(new Row("p", "R"), Cancellation));
    }

    [TestMethod]
    public async Task Replaced_row_has_only_its_new_properties()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Claims];
        await table.TryInsertAsync(new Row("p", "r").Set("Old", "one").Set("Both", "one"), Cancellation);
        var read = await table.FindAsync("p", "r", Cancellation);

        Assert.IsTrue(await table.TryReplaceAsync(read!.Set("Old", null).Set("Both", "two"), Cancellation));

        var found = await table.FindAsync("p", "r", Cancellation);
        Assert.AreEqual("two", found!.Text("Both"));
        Assert.HasCount(1, found.Properties);
    }

    [TestMethod]
    public async Task Replaced_row_gets_a_new_etag_under_which_it_can_be_replaced_again()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Claims];
        var row = new Row("p", "r").Set("Text", "one");
        await table.TryInsertAsync(row, Cancellation);
        var first = row.ETag;

        await table.TryReplaceAsync(row.Set("Text", "two"), Cancellation);

        Assert.AreNotEqual(first, row.ETag);
        Assert.IsTrue(await table.TryReplaceAsync(row.Set("Text", "three"), Cancellation));
    }

    [TestMethod]
    public async Task Replace_with_a_stale_etag_is_refused_and_changes_nothing()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Claims];
        await table.TryInsertAsync(new Row("p", "r").Set("Text", "one"), Cancellation);
        var stale = await table.FindAsync("p", "r", Cancellation);
        await table.TryReplaceAsync((await table.FindAsync("p", "r", Cancellation))!.Set("Text", "two"), Cancellation);

        Assert.IsFalse(await table.TryReplaceAsync(stale!.Set("Text", "three"), Cancellation));

        Assert.AreEqual("two", (await table.FindAsync("p", "r", Cancellation))?.Text("Text"));
    }

    [TestMethod]
    public async Task Replace_of_a_deleted_row_is_refused()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Claims];
        var row = new Row("p", "r");
        await table.TryInsertAsync(row, Cancellation);
        await table.TryDeleteAsync(row, Cancellation);

        Assert.IsFalse(await table.TryReplaceAsync(row, Cancellation));
    }

    [TestMethod]
    public async Task Deleted_row_is_gone_and_its_key_is_free()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Claims];
        var row = new Row("p", "r");
        await table.TryInsertAsync(row, Cancellation);

        Assert.IsTrue(await table.TryDeleteAsync(row, Cancellation));

        Assert.IsNull(await table.FindAsync("p", "r", Cancellation));
        Assert.IsTrue(await table.TryInsertAsync(new Row("p", "r"), Cancellation));
    }

    [TestMethod]
    public async Task Delete_with_a_stale_etag_is_refused()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Claims];
        await table.TryInsertAsync(new Row("p", "r"), Cancellation);
        var stale = await table.FindAsync("p", "r", Cancellation);
        await table.TryReplaceAsync((await table.FindAsync("p", "r", Cancellation))!.Set("Text", "two"), Cancellation);

        Assert.IsFalse(await table.TryDeleteAsync(stale!, Cancellation));

        Assert.IsNotNull(await table.FindAsync("p", "r", Cancellation));
    }

    [TestMethod]
    public async Task Etag_of_a_deleted_row_does_not_fit_the_next_row_with_its_key()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Claims];
        var first = new Row("p", "r").Set("Text", "one");
        await table.TryInsertAsync(first, Cancellation);
        await table.TryDeleteAsync(first, Cancellation);
        await table.TryInsertAsync(new Row("p", "r").Set("Text", "two"), Cancellation);

        Assert.IsFalse(await table.TryDeleteAsync(first, Cancellation));
    }

    [TestMethod]
    public async Task Of_64_inserts_of_one_key_at_once_exactly_one_wins()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Claims];

        var won = await Task.WhenAll(Enumerable.Range(0, 64).Select(
            number => Task.Run(async () => await table.TryInsertAsync(new Row("p", "r").Set("Number", (long)number), Cancellation))));

        Assert.AreEqual(1, won.Count(each => each));
        var found = await table.FindAsync("p", "r", Cancellation);
        Assert.IsTrue(found!.TryGet<long>("Number", out var winner));
        Assert.AreEqual(Array.IndexOf(won, true), winner);
    }

    [TestMethod]
    public async Task Of_64_replacements_under_one_etag_at_once_exactly_one_wins()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Claims];
        await table.TryInsertAsync(new Row("p", "r"), Cancellation);
        var readers = await Task.WhenAll(Enumerable.Range(0, 64).Select(
            async _ => await table.FindAsync("p", "r", Cancellation)));

        var won = await Task.WhenAll(readers.Select(
            (row, number) => Task.Run(async () => await table.TryReplaceAsync(row!.Set("Number", (long)number), Cancellation))));

        Assert.AreEqual(1, won.Count(each => each));
    }

    /// <summary>Opens empty tables of the test's own.</summary>
    protected abstract Task<TablesUnderTest> OpenAsync();
}
