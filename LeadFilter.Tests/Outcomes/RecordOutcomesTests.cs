using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Outcomes;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Outcomes;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Sqlite;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Folders;
using LeadFilter.Tests.Ports;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Outcomes;

[TestClass]
public sealed class RecordOutcomesTests
{
    private static readonly DateTimeOffset Bought = new(2026, 11, 2, 15, 30, 20, 700, TimeSpan.Zero);
    private static readonly Campaign Campaign = TestCampaign.Loaded();
    private static readonly LeadId Lead = LeadId.Create(Bought, new byte[10]);

    private readonly FakeTimeProvider time = new(Bought.AddDays(10));

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow("2026-11-02T15:30:20Z", true)]
    [DataRow("2026-11-02T15:30:19Z", false)]
    [DataRow("2026-11-02", true)]
    [DataRow("2026-11-01", false)]
    [DataRow("2026-11-12T15:35:20Z", true)]
    [DataRow("2026-11-12T15:35:21Z", false)]
    public async Task An_event_lies_between_the_purchase_and_now(string at, bool isTaken)
    {
        var tables = new InMemoryTables();
        await BuyAsync(tables);

        var result = (await TellAsync(On(tables), $"lost {at}"))[0];

        Assert.AreEqual(isTaken ? OutcomeVerdict.Counted : OutcomeVerdict.Refused, result.Verdict);
    }

    [TestMethod]
    public async Task G13_Every_call_that_fails_is_made_good_by_telling_all_again()
    {
        string[] told = ["contacted 2026-11-03", "converted 2026-11-04", "contacted 2026-11-03", "lost 2026-11-05"];
        for (var step = 1; ; step++)
        {
            var tables = new FaultyTables();
            await BuyAsync(tables);
            var calls = 0;

            // Before and after each call takes effect.
            tables.Fault = _ => Interlocked.Increment(ref calls) == step
                ? throw new StoreUnavailableException("A fault of the test.")
                : ValueTask.CompletedTask;
            try
            {
                await TellAsync(On(tables), told);
            }
            catch (StoreUnavailableException)
            {
                Assert.IsGreaterThanOrEqualTo(step, calls);
            }

            tables.Fault = null;
            await TellAsync(On(tables), told);
            var isOver = calls < step;
            var history = await new OutcomeBook(tables).ReadAsync(Lead, TestContext.CancellationToken);
            Assert.AreEqual((LeadStage.Lost, 3), (history.Stage, history.Events.Count), $"step {step}");
            if (isOver)
            {
                Assert.IsGreaterThan(3, step);
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
        await BuyAsync(one.Tables);
        var told = Enumerable.Range(0, 300).Select(number => $"attempted 2026-11-{3 + (number % 9):D2}").ToArray();

        var results = await Task.WhenAll(
            Task.Run(() => TellAsync(On(one.Tables, one.Changes), told)), Task.Run(() => TellAsync(On(other.Tables, other.Changes), told)));

        Assert.AreEqual(9, results.SelectMany(static both => both).Count(static one => one.Verdict == OutcomeVerdict.Counted));
        Assert.HasCount(9, (await new OutcomeBook(one.Tables).ReadAsync(Lead, TestContext.CancellationToken)).Events);
    }

    [TestMethod]
    public async Task A_lead_that_another_campaign_bought_is_unknown()
    {
        var tables = new InMemoryTables();
        await BuyAsync(tables, campaign: "other");

        Assert.AreEqual(OutcomeRefusal.LeadUnknown, (await TellAsync(On(tables), "lost 2026-11-03"))[0].Refusal?.Code);
    }

    private async Task BuyAsync(ITables tables, string campaign = "loans") => await new DecisionLog(tables).WriteAsync(
        new()
        {
            Lead = Lead,
            Campaign = CampaignId.TryParse(campaign, out var id) ? id : default,
            CampaignVersion = "1",
            Vendor = TestCampaign.Id("acme"),
            ReceivedAt = Bought,
            IsAccepted = true,
            Price = Money.TryCreate(12.5m, out var price) ? price : default,
        },
        TestContext.CancellationToken);

    private RecordOutcomes On(ITables tables, IChanges? changes = null)
    {
        var hasher = new IdentityHasher(new byte[32]);
        changes ??= new ChangesInTurn(tables, new InMemoryLeadQueue(time));
        return new(new(new(tables), new(tables), new(tables, changes, new OnlyCampaign(Campaign)), new(hasher), time), changes, time);
    }

    private async Task<IReadOnlyList<OutcomeResult>> TellAsync(RecordOutcomes outcomes, params string[] told)
    {
        var reader = new OutcomeReader(Campaign);
        return await outcomes.HandleAsync(
            Campaign,
            [
                .. told.Select((one, at) => reader.Read(at + 1, name => name switch
                {
                    "lead" => Lead.ToString(),
                    "event" => one.Split(' ')[0],
                    "at" => one.Split(' ')[1],
                    _ => null,
                })),
            ],
            isTrying: false,
            TestContext.CancellationToken);
    }
}
