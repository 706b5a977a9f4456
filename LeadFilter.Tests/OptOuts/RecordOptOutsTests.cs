using LeadFilter.Core.OptOuts;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.OptOuts;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Sqlite;
using LeadFilter.Tests.Folders;
using LeadFilter.Tests.Ports;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.OptOuts;

[TestClass]
public sealed class RecordOptOutsTests
{
    private const string Ann = """{ "email": "A.nn+x@gmail.com", "phone": "415-234-1234", "id": "r-1", "how": "reply" }""";

    private readonly FakeTimeProvider time = new(new(2026, 11, 12, 12, 0, 0, TimeSpan.Zero));

    [TestMethod]
    public async Task G13_An_opt_out_counts_once_however_often_and_however_it_is_told()
    {
        var desk = new OptOutDesk(new InMemoryTables(), time);
        var first = await desk.TellAsync(Ann);
        time.Advance(TimeSpan.FromDays(3));
        var again = await desk.TellAsync("""{ "email": "ann@gmail.com", "phone": "+14152341234", "id": "r-1", "channels": "all", "scope": "all" }""");
        Assert.AreEqual((OptOutVerdict.Recorded, OptOutVerdict.Known, first.Id), (first.Verdict, again.Verdict, again.Id));
        var kept = (await desk.AllAsync()).Single();
        Assert.AreEqual((time.GetUtcNow().AddDays(-3), "reply", "r-1"), (kept.RecordedAt, kept.How, kept.RequestId));
    }

    [TestMethod]
    public async Task A_later_opt_out_with_more_channels_only_widens()
    {
        foreach (var order in (string[][])[["call", "call,text"], ["call,text", "call"]])
        {
            var desk = new OptOutDesk(new InMemoryTables(), time);
            foreach (var channels in order)
            {
                Assert.AreEqual(OptOutVerdict.Recorded, (await desk.TellAsync($$"""{ "email": "ann@gmail.com", "channels": "{{channels}}" }""")).Verdict);
            }

            var campaign = Campaigns.TestCampaign.Loaded();
            var draft = new LeadFilter.Core.Leads.LeadDraft(campaign.Layout);
            draft.Add("email", "ann@gmail.com");
            Assert.AreEqual(
                ContactChannels.Call | ContactChannels.Text,
                await desk.Lookup.FindAsync(campaign, draft.ToLead(time.GetUtcNow()), time.GetUtcNow(), CancellationToken.None));
        }
    }

    [TestMethod]
    public async Task G13_Every_call_that_fails_is_made_good_by_telling_it_again()
    {
        for (var step = 1; ; step++)
        {
            var tables = new FaultyTables();
            var calls = 0;
            tables.Fault = _ => Interlocked.Increment(ref calls) == step
                ? throw new StoreUnavailableException("A fault of the test.")
                : ValueTask.CompletedTask;
            var desk = new OptOutDesk(tables, time);
            try
            {
                await desk.TellAsync(Ann);
            }
            catch (StoreUnavailableException)
            {
                Assert.IsGreaterThanOrEqualTo(step, calls);
            }

            var isOver = calls < step;
            tables.Fault = null;
            await desk.TellAsync(Ann);
            Assert.HasCount(1, await desk.AllAsync(), $"step {step}");
            Assert.HasCount(2, tables[TableNames.Suppressions].Rows, $"step {step}");
            if (isOver)
            {
                Assert.IsGreaterThan(6, step);
                return;
            }
        }
    }

    [TestMethod]
    public async Task G13_Two_processes_that_are_told_the_same_at_once_count_it_once()
    {
        using var folder = new TemporaryFolder();
        await using var one = SqliteStore.Open(folder.Path, time);
        await using var other = SqliteStore.Open(folder.Path, time);
        var told = Enumerable.Range(0, 300).Select(static number => $$"""{ "email": "ann{{number % 9}}@gmail.com" }""").ToArray();

        var results = await Task.WhenAll(
            Task.Run(() => new OptOutDesk(one.Tables, time).TellAllAsync(told)), Task.Run(() => new OptOutDesk(other.Tables, time).TellAllAsync(told)));

        Assert.AreEqual(9, results.SelectMany(static both => both).Count(static one => one.Verdict == OptOutVerdict.Recorded));
        Assert.HasCount(9, await new OptOutDesk(one.Tables, time).AllAsync());
    }

    [TestMethod]
    public async Task G9_No_plain_value_is_kept()
    {
        var tables = new FaultyTables();
        await new OptOutDesk(tables, time).TellAsync("""{ "email": "ann.smith@gmail.com", "phone": "415-234-1234", "how": "Ann Smith called", "id": "ann.smith@gmail.com" }""");
        var kept = string.Join('\n', new[] { TableNames.OptOuts, TableNames.Suppressions }.SelectMany(name => tables[name].Rows)
            .SelectMany(static row => row.Properties.Select(static one => $"{one.Value}").Append(row.RowKey)));
        foreach (var secret in (string[])["smith", "2341234", "234-1234", "Smith called"])
        {
            Assert.DoesNotContain(secret, kept, StringComparison.Ordinal);
        }

        Assert.Contains("a***@g***.com", kept, StringComparison.Ordinal);
        Assert.Contains("+1********34", kept, StringComparison.Ordinal);
        Assert.Contains("withheld", kept, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("""{ }""", OptOutRefusal.PersonNotSaid)]
    [DataRow("""{ "email": "ann at home" }""", OptOutRefusal.PersonUnreadable)]
    [DataRow("""{ "phone": "12" }""", OptOutRefusal.PersonUnreadable)]
    [DataRow("""{ "email_sha256": "abc" }""", OptOutRefusal.PersonUnreadable)]
    [DataRow("""{ "email": "ann@gmail.com", "channels": "fax" }""", OptOutRefusal.ChannelUnknown)]
    [DataRow("""{ "email": "ann@gmail.com", "scope": "nowhere" }""", OptOutRefusal.CampaignUnknown)]
    [DataRow("""{ "email": "ann@gmail.com", "received_at": "soon" }""", OptOutRefusal.TimeUnreadable)]
    [DataRow("""{ "email": "ann@gmail.com", "received_at": "2026-11-12T12:06:00Z" }""", OptOutRefusal.InFuture)]
    public async Task What_cannot_be_taken_is_refused_with_its_reason(string told, string code)
    {
        var tables = new FaultyTables();
        var result = await new OptOutDesk(tables, time).TellAsync(told);
        Assert.AreEqual((OptOutVerdict.Refused, code, null), (result.Verdict, result.Refusal?.Code, result.Id));
        Assert.IsEmpty(tables[TableNames.OptOuts].Rows);
    }

    [TestMethod]
    public void An_unknown_campaign_is_answered_with_the_known_ones() => Assert.Contains(
        "some of: loans", new OptOutDesk(new InMemoryTables(), time).Read("""{ "email": "ann@gmail.com", "scope": "nowhere" }""").Refusal!.Detail,
        StringComparison.Ordinal);

    [TestMethod]
    public async Task A_vendor_is_told_of_the_people_whom_it_sold_and_of_nobody_else()
    {
        var intake = new Intake.IntakeFixture();
        await intake.SendAsync("acme", ("email", "A.nn+x@gmail.com"), ("state", "CA"));
        await intake.SendAsync("bright", ("email", "ben@example.com"), ("state", "CA"));
        var desk = new OptOutDesk(intake.Tables, intake.Clock);
        await desk.TellAllAsync(
            """{ "email": "a.nn+x@gmail.com" }""", """{ "email": "carl@example.com" }""",
            $$"""{ "email_sha256": "{{IdentityHasher.Sha256("ben@example.com")}}", "channels": "call" }""");

        Assert.IsEmpty(await FeedAsync(desk, "acme"));
        intake.Clock.Advance(OptOutFeed.Delay + TimeSpan.FromSeconds(1));
        Assert.AreEqual(IdentityHasher.Sha256("ann@gmail.com"), (await FeedAsync(desk, "acme")).Single().Sha256);
        Assert.AreEqual(
            (IdentityHasher.Sha256("ben@example.com"), ContactChannels.Call),
            (await FeedAsync(desk, "bright")).Select(static one => (one.Sha256, one.Channels)).Single());
        Assert.IsEmpty(await FeedAsync(desk, "newcomer"));
        Assert.IsEmpty(await FeedAsync(desk, "acme", (await FeedAsync(desk, "acme")).Single().Key));
    }

    private static async Task<IReadOnlyList<SoldOptOut>> FeedAsync(OptOutDesk desk, string vendor, string? after = null)
    {
        var all = new List<SoldOptOut>();
        await foreach (var one in desk.Feed.ReadAsync(Campaigns.TestCampaign.Id(vendor), null, after, CancellationToken.None))
        {
            all.Add(one);
        }

        return all;
    }

    [TestMethod]
    public void A_hash_is_taken_in_any_case() => Assert.AreEqual(
        IdentityHasher.Sha256("ann@gmail.com"),
        new OptOutDesk(new InMemoryTables(), time)
            .Read($$"""{ "email_sha256": "{{IdentityHasher.Sha256("ann@gmail.com").ToUpperInvariant()}}" }""").Persons.Single().Sha256);
}
