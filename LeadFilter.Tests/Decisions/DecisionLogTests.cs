using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Ports;

namespace LeadFilter.Tests.Decisions;

[TestClass]
public sealed class DecisionLogTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly FaultyTables tables = new();
    private readonly DecisionLog log;

    public DecisionLogTests() => log = new(tables);

    [TestMethod]
    public async Task Records_of_all_vendors_and_hours_come_newest_first()
    {
        int[] minutes = [5, 130, 61, 59, 0, 200, 131, 60];
        foreach (var minute in minutes)
        {
            await WriteAsync(minute % 2 == 0 ? "acme" : "bright", minute);
        }

        Assert.AreEqual("200 131 130 61 60 59 5 0", await ReadAsync());
    }

    [TestMethod]
    public async Task A_page_goes_on_after_the_lead_where_the_last_one_ended()
    {
        foreach (var minute in Enumerable.Range(0, 100))
        {
            await WriteAsync(minute % 3 == 0 ? "acme" : "bright", minute);
        }

        Assert.AreEqual("41 40 39", string.Join(' ', (await ReadAsync(after: Id(42))).Split(' ').Take(3)));
        Assert.AreEqual("", await ReadAsync(after: Id(0)));
    }

    [TestMethod]
    public async Task Only_records_from_and_before_the_times_are_read()
    {
        foreach (var minute in (int[])[0, 59, 60, 119, 120])
        {
            await WriteAsync("acme", minute);
        }

        Assert.AreEqual("119 60", await ReadAsync(from: Noon.AddMinutes(60), to: Noon.AddMinutes(120)));
    }

    [TestMethod]
    public async Task Only_the_vendors_records_are_read()
    {
        await WriteAsync("acme", 1);
        await WriteAsync("bright", 2);
        Assert.AreEqual("1", await ReadAsync(vendor: TestCampaign.Id("acme")));
    }

    [TestMethod]
    public async Task A_quiet_year_costs_one_query()
    {
        await WriteAsync("acme", 0);
        var queries = 0;
        await WriteAsync("acme", 365 * 24 * 60);
        tables.Fault = call =>
        {
            queries += call is { Operation: nameof(ITable.QueryAsync), TookEffect: false } ? 1 : 0;
            return default;
        };
        Assert.AreEqual($"{365 * 24 * 60} 0", await ReadAsync());
        Assert.IsLessThanOrEqualTo(3, queries);
    }

    [TestMethod]
    public async Task Writing_a_record_again_changes_nothing()
    {
        await WriteAsync("acme", 1);
        await WriteAsync("acme", 1);
        Assert.AreEqual("1", await ReadAsync());
    }

    // The index row comes first: a record that the index does not name would never be read.
    [TestMethod]
    public async Task A_record_whose_index_could_not_be_written_is_not_written_either()
    {
        tables.Fault = call => call.Key.Contains('|', StringComparison.Ordinal) ? throw new StoreUnavailableException("down") : default;
        await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() => WriteAsync("acme", 1));
        tables.Fault = null;
        Assert.IsEmpty(tables[TableNames.Decisions].Rows);
        await WriteAsync("acme", 1);
        Assert.AreEqual("1", await ReadAsync());
    }

    [TestMethod]
    public async Task A_record_is_read_as_it_was_written()
    {
        Assert.IsTrue(ReasonCode.TryParse("too_old", out var code));
        Assert.IsTrue(Money.TryCreate(12.5m, out var price));
        var written = Record("acme", 7) with
        {
            Source = "example.com",
            IsTest = true,
            Price = price,
            Route = Route.Nurture,
            Findings = [new("stale", Category.Age, code, "Older than \"5\" minutes – é", Effect.Waived)],
        };
        await log.WriteAsync(written, CancellationToken.None);
        await foreach (var read in log.ReadAsync(written.Campaign, null, null, null, null, CancellationToken.None))
        {
            Assert.AreEqual(written with { Findings = [], Unreadable = [] }, read with { Findings = [], Unreadable = [] });
            CollectionAssert.AreEqual(written.Findings.ToArray(), read.Findings.ToArray());
            return;
        }

        Assert.Fail("nothing was read");
    }

    [TestMethod]
    [DataRow("example.com", "example.com")]
    [DataRow(" Example.COM/Landing-1 ", "example.com/landing-1")]
    [DataRow("ann@example.com", SourceLabel.Withheld)]
    [DataRow("415-555-0132", SourceLabel.Withheld)]
    [DataRow("call 4155550132", SourceLabel.Withheld)]
    [DataRow("Ann Lee", SourceLabel.Withheld)]
    [DataRow("a/very/long/path/that/goes/on/and/on/and/on/and/on/and/on/and/on/x", SourceLabel.Withheld)]
    [DataRow("  ", null)]
    [DataRow(null, null)]
    public void A_source_that_may_be_personal_is_withheld(string? raw, string? label) => Assert.AreEqual(label, SourceLabel.Of(raw));

    // Four a second go to the first shard and more to the others; the index names both kinds.
    [TestMethod]
    public async Task Records_of_a_busy_hour_lie_in_several_shards_and_come_newest_first()
    {
        var busy = new DecisionLog(tables, DecisionShards.Eight);
        var ids = new List<string>();
        for (var number = 0; number < 300; number++)
        {
            var record = At(number * 20, number);
            ids.Insert(0, record.Lead.ToString());
            await busy.WriteAsync(record, CancellationToken.None);
        }

        var perPartition = tables[TableNames.Decisions].Rows.Where(row => row.Text("Record") is not null).GroupBy(row => row.PartitionKey).ToList();
        Assert.HasCount(8, perPartition);
        Assert.AreEqual(6 * ShardPace.Most, perPartition.Single(shard => shard.Key.EndsWith("2026112212", StringComparison.Ordinal)).Count());
        CollectionAssert.AreEqual(ids, await ReadIdsAsync(log, null));

        Assert.IsTrue(LeadId.TryParse(ids[99], out var last));
        CollectionAssert.AreEqual(ids[100..], await ReadIdsAsync(busy, last));
    }

    [TestMethod]
    public async Task An_hour_of_few_records_has_one_partition()
    {
        var quiet = new DecisionLog(tables, DecisionShards.Eight);
        for (var number = 0; number < 40; number++)
        {
            await quiet.WriteAsync(At(number * 1000 / ShardPace.Most, number), CancellationToken.None);
        }

        Assert.HasCount(2, tables[TableNames.Decisions].Rows.Select(row => row.PartitionKey).Distinct());
    }

    // The second time another process writes it, at another pace.
    [TestMethod]
    public async Task A_record_that_stands_in_two_shards_is_read_once()
    {
        var busy = new DecisionLog(tables, DecisionShards.Eight);
        for (var number = 0; number < 20; number++)
        {
            await busy.WriteAsync(At(number, number), CancellationToken.None);
        }

        for (var number = 16; number < 20; number++)
        {
            await new DecisionLog(tables, new(4)).WriteAsync(At(number, number), CancellationToken.None);
        }

        Assert.HasCount(24, tables[TableNames.Decisions].Rows.Where(row => row.Text("Record") is not null));
        Assert.HasCount(20, await ReadIdsAsync(log, null));
    }

    private static DecisionRecord At(int milliseconds, int number) => Record("acme", 0) with
    {
        Lead = LeadId.Create(Noon.AddMilliseconds(milliseconds), [(byte)number, (byte)(number >> 8), 0, 0, 0, 0, 0, 0, 0, 0]),
        ReceivedAt = Noon.AddMilliseconds(milliseconds),
    };

    private static async Task<List<string>> ReadIdsAsync(DecisionLog from, LeadId? after)
    {
        var ids = new List<string>();
        await foreach (var record in from.ReadAsync(TestCampaign.Loaded().Id, null, null, null, after, CancellationToken.None))
        {
            ids.Add(record.Lead.ToString());
        }

        return ids;
    }

    private static LeadId Id(int minute) => LeadId.Create(Noon.AddMinutes(minute), new byte[10]);

    private static DecisionRecord Record(string vendor, int minute) => new()
    {
        Lead = Id(minute),
        Campaign = TestCampaign.Loaded().Id,
        CampaignVersion = "1",
        Vendor = TestCampaign.Id(vendor),
        ReceivedAt = Noon.AddMinutes(minute),
        IsAccepted = false,
    };

    private async Task WriteAsync(string vendor, int minute) => await log.WriteAsync(Record(vendor, minute), CancellationToken.None);

    /// <summary>The records as minutes after noon.</summary>
    private async Task<string> ReadAsync(VendorId? vendor = null, DateTimeOffset? from = null, DateTimeOffset? to = null, LeadId? after = null)
    {
        var minutes = new List<int>();
        await foreach (var record in log.ReadAsync(TestCampaign.Loaded().Id, vendor, from, to, after, CancellationToken.None))
        {
            minutes.Add((int)(record.ReceivedAt - Noon).TotalMinutes);
        }

        return string.Join(' ', minutes);
    }
}
