using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Ports;

/// <summary>What every adapter of <see cref="ITable"/> must give back: ranges of rows, keys and properties as they were put in.</summary>
public abstract class TableReadContract
{
    public TestContext TestContext { get; set; } = null!;

    protected CancellationToken Cancellation => TestContext.CancellationToken;

    [TestMethod]
    public Task Query_begins_with_its_first_key_and_ends_before_its_last() =>
        ExpectAsync(["a", "b", "c", "d"], "b", "d", ["b", "c"]);

    [TestMethod]
    public Task Query_without_bounds_reads_the_partition() =>
        ExpectAsync(["a", "b", "c"], "", null, ["a", "b", "c"]);

    [TestMethod]
    public Task Query_without_an_end_reads_on_to_the_last_row() =>
        ExpectAsync(["a", "b", "c"], "b", null, ["b", "c"]);

    [TestMethod]
    public Task Query_bounds_need_not_be_keys_of_rows() =>
        ExpectAsync(["a", "b1", "b2", "c"], "b", "b2x", ["b1", "b2"]);

    [TestMethod]
    public Task Query_of_an_empty_range_gives_nothing() =>
        ExpectAsync(["a", "b"], "b", "b", []);

    [TestMethod]
    public Task Rows_come_in_the_ordinal_order_of_their_keys() =>
        ExpectAsync(["b", "é", "B", "10", "9", "a", "aa", "a!"], "", null, ["10", "9", "B", "a", "a!", "aa", "b", "é"]);

    [TestMethod]
    public async Task Query_reads_no_other_partition()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Decisions];
        await table.TryInsertAsync(new Row("p", "1"), Cancellation);
        await table.TryInsertAsync(new Row("p ", "2"), Cancellation);
        await table.TryInsertAsync(new Row("P", "3"), Cancellation);
        await table.TryInsertAsync(new Row("pp", "4"), Cancellation);

        Assert.AreEqual("1", string.Join(' ', await KeysAsync(table, "p", "", null)));
    }

    [TestMethod]
    public async Task Query_reads_1000_rows_over_its_pages()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Decisions];
        var keys = Enumerable.Range(0, 1000).Select(number => $"{number:d4}").ToArray();
        await Task.WhenAll(keys.Select(async key => await table.TryInsertAsync(new Row("p", key), Cancellation)));

        CollectionAssert.AreEqual(keys, await KeysAsync(table, "p", "", null));
    }

    [TestMethod]
    public async Task Key_that_begins_with_the_last_one_of_a_page_is_not_passed_over()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Decisions];
        var keys = Enumerable.Range(0, 500).Select(spaces => "k" + new string(' ', spaces)).ToArray();
        await Task.WhenAll(keys.Select(async key => await table.TryInsertAsync(new Row("p", key), Cancellation)));

        CollectionAssert.AreEqual(keys, await KeysAsync(table, "p", "", null));
    }

    [TestMethod]
    public async Task Rows_of_a_query_have_their_properties_and_etags()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Decisions];
        await table.TryInsertAsync(new Row("p", "r").Set("Text", "one"), Cancellation);

        await foreach (var row in table.QueryAsync("p", "", null, Cancellation))
        {
            Assert.AreEqual("one", row.Text("Text"));
            Assert.IsTrue(await table.TryReplaceAsync(row.Set("Text", "two"), Cancellation));
        }

        Assert.AreEqual("two", (await table.FindAsync("p", "r", Cancellation))?.Text("Text"));
    }

    [TestMethod]
    [DataRow("/ \\ # ?", DisplayName = "what Table Storage forbids")]
    [DataRow("100 % %2F %", DisplayName = "percent signs")]
    [DataRow(" around ", DisplayName = "spaces around")]
    [DataRow("'; DROP TABLE Claims; --\"`[]", DisplayName = "quotes")]
    [DataRow("Ünï-漢字-😀-e\u0301", DisplayName = "letters of any script")]
    [DataRow("a\0b\0\u0001\t\r\n\u007f\u0085", DisplayName = "control characters")]
    [DataRow("._-~!$&()*+,;=:@|", DisplayName = "signs")]
    public async Task Key_may_hold_any_character(string key)
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Claims];

        Assert.IsTrue(await table.TryInsertAsync(new Row(key, key).Set("Text", key), Cancellation));

        Assert.IsFalse(await table.TryInsertAsync(new Row(key, key), Cancellation));
        Assert.IsNull(await table.FindAsync(key, key + "x", Cancellation));
        Assert.AreEqual(key, (await table.FindAsync(key, key, Cancellation))?.Text("Text"));
        CollectionAssert.AreEqual(new[] { key }, await KeysAsync(table, key, key, null));
    }

    [TestMethod]
    public async Task Keys_may_have_512_characters()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Claims];
        var key = new string('é', 512);

        await table.TryInsertAsync(new Row(key, key), Cancellation);

        Assert.AreEqual(key, (await table.FindAsync(key, key, Cancellation))?.RowKey);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(" a \t\r\n\0 \"\\/ <>&'+ é漢😀 ")]
    public Task Text_comes_back(string text) => ExpectAsync(text);

    [TestMethod]
    public Task Text_of_60000_characters_comes_back() => ExpectAsync(string.Concat(Enumerable.Repeat("lead é\" ", 7500)));

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public Task Truth_comes_back(bool truth) => ExpectAsync(truth);

    [TestMethod]
    [DataRow(0L)]
    [DataRow(-1L)]
    [DataRow(long.MinValue)]
    [DataRow(long.MaxValue)]
    [DataRow(9_007_199_254_740_993L)]
    public Task Whole_number_comes_back(long number) => ExpectAsync(number);

    [TestMethod]
    [DataRow(0.1)]
    [DataRow(12.0)]
    [DataRow(-0.0)]
    [DataRow(1e300)]
    [DataRow(1e16)]
    [DataRow(double.Epsilon)]
    [DataRow(double.MinValue)]
    [DataRow(double.MaxValue)]
    [DataRow(double.NaN)]
    [DataRow(double.PositiveInfinity)]
    [DataRow(double.NegativeInfinity)]
    public async Task Number_comes_back_to_the_last_bit(double number)
    {
        var found = await RoundTripAsync(number);

        Assert.IsTrue(found.TryGet<double>("Value", out var value));
        Assert.AreEqual(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(value));
    }

    [TestMethod]
    [DataRow("2026-11-01T08:30:00.1234567+00:00")]
    [DataRow("2026-11-01T08:30:00.0000001-05:30")]
    [DataRow("1700-01-01T00:00:00.0000000+14:00")]
    [DataRow("9999-12-31T23:59:59.9999999+00:00")]
    public Task Time_comes_back_as_the_same_instant_to_the_tick(string time) =>
        ExpectAsync(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture));

    [TestMethod]
    public async Task Row_may_have_250_properties()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Decisions];
        var row = new Row("p", "r");
        for (var number = 0L; number < 250; number++)
        {
            row.Set($"Property{number}", number);
        }

        await table.TryInsertAsync(row, Cancellation);

        var found = await table.FindAsync("p", "r", Cancellation);
        Assert.IsTrue(found!.TryGet<long>("Property249", out var last));
        Assert.AreEqual(249, last);
        Assert.HasCount(250, found.Properties);
    }

    [TestMethod]
    public async Task Scan_reads_all_partitions_in_order()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Caps];
        await InsertAsync(table, "b 1", "a 2", "a 10", "c 1", "a/ 1", "b 2");

        Assert.AreEqual("a 10, a 2, a/ 1, b 1, b 2, c 1", await ScanAsync(table, "", ""));
    }

    [TestMethod]
    [DataRow("a", "2", "b 1, b 2", DisplayName = "the last row of a partition")]
    [DataRow("b", "1", "b 2", DisplayName = "a row within")]
    [DataRow("b", "15", "b 2", DisplayName = "a row that is gone")]
    [DataRow("aa", "7", "b 1, b 2", DisplayName = "a partition that is gone")]
    [DataRow("b", "2", "", DisplayName = "the last row of all")]
    public async Task Scan_goes_on_after_a_row(string partition, string row, string expected)
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Caps];
        await InsertAsync(table, "a 1", "a 2", "b 1", "b 2");

        Assert.AreEqual(expected, await ScanAsync(table, partition, row));
    }

    [TestMethod]
    public async Task Scan_reads_1000_rows_over_its_pages()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Caps];
        var keys = Enumerable.Range(0, 1000).Select(number => $"{number % 7} {number:d4}").ToArray();
        await InsertAsync(table, keys);

        Assert.AreEqual(string.Join(", ", keys.Order(StringComparer.Ordinal)), await ScanAsync(table, "", ""));
    }

    [TestMethod]
    public async Task Scanned_row_can_be_deleted_as_it_was_read()
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Caps];
        await InsertAsync(table, "p/? r#");

        await foreach (var row in table.ScanAsync("", "", Cancellation))
        {
            Assert.IsTrue(await table.TryDeleteAsync(row, Cancellation));
        }

        Assert.AreEqual("", await ScanAsync(table, "", ""));
    }

    /// <summary>Opens empty tables of the test's own.</summary>
    protected abstract Task<TablesUnderTest> OpenAsync();

    /// <summary>Inserts rows with keys written as <c>PARTITION ROW</c>.</summary>
    private Task InsertAsync(ITable table, params string[] keys) => Task.WhenAll(keys.Select(async key =>
    {
        var words = key.Split(' ');
        Assert.IsTrue(await table.TryInsertAsync(new Row(words[0], words[1]), Cancellation));
    }));

    private async Task<string> ScanAsync(ITable table, string afterPartition, string afterRow)
    {
        var keys = new List<string>();
        await foreach (var row in table.ScanAsync(afterPartition, afterRow, Cancellation))
        {
            keys.Add($"{row.PartitionKey} {row.RowKey}");
        }

        return string.Join(", ", keys);
    }

    private async Task ExpectAsync(string[] keys, string from, string? to, string[] expected)
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Decisions];
        foreach (var key in keys)
        {
            await table.TryInsertAsync(new Row("p", key), Cancellation);
        }

        Assert.AreEqual(string.Join(' ', expected), string.Join(' ', await KeysAsync(table, "p", from, to)));
    }

    private async Task ExpectAsync<T>(T value)
        where T : notnull
    {
        var found = await RoundTripAsync(value);
        Assert.IsTrue(found.TryGet<T>("Value", out var back));
        Assert.AreEqual(value, back);
    }

    private async Task<Row> RoundTripAsync(object value)
    {
        await using var opened = await OpenAsync();
        var table = opened.Tables[TableNames.Decisions];
        await table.TryInsertAsync(new Row("p", "r").Set("Value", value), Cancellation);
        return (await table.FindAsync("p", "r", Cancellation))!;
    }

    private async Task<List<string>> KeysAsync(ITable table, string partition, string from, string? to)
    {
        var keys = new List<string>();
        await foreach (var row in table.QueryAsync(partition, from, to, Cancellation))
        {
            keys.Add(row.RowKey);
        }

        return keys;
    }
}
