using LeadFilter.Cli.Serving;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Sqlite;
using LeadFilter.Sqlite.Folders;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Faults.Checking;
using LeadFilter.Tests.Guarantees;
using LeadFilter.Tests.Meters;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults;

/// <summary>
/// A restart with a full queue: leads pile up while the CRM refuses, and the filter is killed. The full size, a million, is run
/// with <c>LEADFILTER_QUEUED_LEADS=1000000</c>.
/// </summary>
[TestClass]
[TestCategory("Faults")]
public sealed class QueuedLeadsTests
{
    private const string Vendor = "acme";
    private const int OverHttp = 64;
    private const int Threads = 256;
    private const int SlowestDeliveriesEachSecond = 200;
    private const long MaxMemory = 400L << 20;

    /// <summary>The most work that a start may be, compared with one without a queue: work, since a busy machine lets everybody wait.</summary>
    private const int MostStarts = 10;

    private readonly History history = new(new());

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task A_restart_with_many_queued_leads_is_ready_soon_delivers_at_once_stays_small_and_delivers_each_lead_once()
    {
        await using var crm = await MoodyCrm.StartAsync((_, _) => Mood.Fail);
        using var folders = new FilterFolders(crm.Address);
        TimeSpan empty;
        await using (var serve = await ServeProcess.StartAsync(folders))
        {
            await BeReadyAsync(serve);
            empty = serve.ProcessorTime;
            TestContext.WriteLine($"none queued: ready {serve.Age.TotalSeconds:0.00} s after its start, {serve.PeakMemory >> 20} MB");
            await Task.WhenAll(Enumerable.Range(0, OverHttp).Select(number => SendAsync(serve.Visitor, $"early-{number}")));
            await serve.KillAsync();
        }

        await FillAsync(folders, FaultSettings.QueuedLeads - OverHttp);
        crm.Behave((_, _) => Mood.Take);
        await using var next = await ServeProcess.StartAsync(folders);
        await BeReadyAsync(next);
        var (ready, work) = (next.Age, next.ProcessorTime);
        await Eventually.HoldsAsync(() => Task.FromResult(crm.Taken.Count > 0), "nothing is delivered");
        var first = next.Age;
        TestContext.WriteLine(
            $"{FaultSettings.QueuedLeads} queued: ready {ready.TotalSeconds:0.00} s after its start, the first delivered after {first.TotalSeconds:0.00} s, {next.PeakMemory >> 20} MB");
        Assert.IsLessThan(empty * MostStarts, work);

        await SendAsync(next.Visitor, "late");
        var patience = TimeSpan.FromSeconds(60 + (FaultSettings.QueuedLeads / SlowestDeliveriesEachSecond));
        await Eventually.HoldsAsync(() => Task.FromResult(crm.Taken.Count == FaultSettings.QueuedLeads + 1), "leads are not delivered", patience);
        await Eventually.HoldsAsync(() => Task.FromResult(StoredHistory.CountMoving(FileOf(folders)) == 0), "messages are left");
        TestContext.WriteLine($"all delivered {next.Age.TotalSeconds:0} s after its start, {next.PeakMemory >> 20} MB at most");
        Assert.IsLessThan(MaxMemory, next.PeakMemory);
        history.AddAll(crm.TakenCalls);
        StoredHistory.AddTo(history, FileOf(folders));
        TestContext.WriteLine($"{history}");
        history.AssertRight();
    }

    private static string FileOf(FilterFolders folders) => Path.Combine(folders.Data, DataFolder.FileName);

    private static async Task BeReadyAsync(ServeProcess serve)
    {
        using var answer = await serve.Visitor.Http.GetAsync("/api/health/ready");
        answer.EnsureSuccessStatusCode();
    }

    private async Task SendAsync(FilterVisitor visitor, string name)
    {
        var answer = await visitor.SendAsync(Vendor, FilterVisitor.Person(name));
        history.Add(Told.Of(Vendor, name, name, answer));
    }

    /// <summary>Buys leads by the use case itself: over HTTP a million would take too long.</summary>
    private async Task FillAsync(FilterFolders folders, int count)
    {
        var started = TimeProvider.System.GetTimestamp();
        await using (var store = SqliteStore.Open(folders.Data, TimeProvider.System))
        {
            using var meters = new TestMeters();
            var submit = StoreIntake.On(store, new(InstallationSecrets.Load(folders.Data, _ => null, null).Identity), meters);
            var (campaign, vendor) = (TestCampaign.Loaded(), TestCampaign.Id(Vendor));
            var next = -1;
            await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Run(async () =>
            {
                while (Interlocked.Increment(ref next) is var number && number < count)
                {
                    var draft = new LeadDraft(campaign.Layout);
                    foreach (var (name, value) in FilterVisitor.Person($"queued-{number}"))
                    {
                        draft.Add(name, value);
                    }

                    var answer = await submit.HandleAsync(
                        campaign, campaign.Policies[vendor], vendor, draft.ToLead(TimeProvider.System.GetUtcNow()), null, default, CancellationToken.None);
                    Assert.AreEqual(Outcome.Success, answer!.Outcome);
                    history.Add(new Told(Vendor, $"queued-{number}", $"queued-{number}", ToldOutcome.Success, $"{answer.Lead}", answer.Price.Amount));
                }
            })));
        }

        TestContext.WriteLine(
            $"{count} bought in {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s; the file has {new FileInfo(FileOf(folders)).Length >> 20} MB");
    }
}
