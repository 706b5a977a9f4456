using System.Diagnostics;
using System.Globalization;
using LeadFilter.Cli.Sqlite;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Capacity;
using LeadFilter.Pipeline.Duplicates;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Lookups;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Pipeline.Rejections;
using LeadFilter.Pipeline.Telemetry;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Capacity;
using LeadFilter.Tests.Cli;
using LeadFilter.Tests.Telemetry;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadFilter.Tests.Guarantees;

/// <summary>
/// G7 on SQLite: two stores that share nothing but the file, as two processes do, and 64 threads. The full size, 10,000
/// leads against a limit of 777, is run with <c>LEADFILTER_CAP_LEADS=10000</c>; the default is a tenth of it.
/// </summary>
[TestClass]
public sealed class G7TwoProcessesTests
{
    private const int Threads = 64;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task G7_Exactly_the_limit_is_bought_by_64_threads_and_two_processes()
    {
        var leads = int.TryParse(Environment.GetEnvironmentVariable("LEADFILTER_CAP_LEADS"), CultureInfo.InvariantCulture, out var set) ? set : 1000;
        var limit = Math.Max(1, leads * 777 / 10_000);
        var campaign = TestCampaign.Loaded(CapCampaign.With($"[{CapCampaign.Daily(limit)}]"));
        using var folder = new TemporaryFolder();
        await using var one = SqliteStore.Open(folder.Path, TimeProvider.System);
        await using var two = SqliteStore.Open(folder.Path, TimeProvider.System);
        using var meters = new TestMeters();
        SubmitLead[] processes = [Process(one, meters), Process(two, meters)];
        var receivedAt = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
        var (next, bought, full) = (-1, 0, 0);

        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var number && number < leads)
            {
                var draft = new LeadDraft(campaign.Layout);
                draft.Add("email", $"person{number}@example.com");
                var vendor = TestCampaign.Id("acme");
                var answer = await processes[thread % 2].HandleAsync(
                    campaign, campaign.Policies[vendor], vendor, draft.ToLead(receivedAt), null, TestContext.CancellationToken);
                Interlocked.Add(ref bought, answer!.Outcome == Outcome.Success ? 1 : 0);
                Interlocked.Add(ref full, answer.Reasons is [{ Code: var code }] && code.ToString() == "cap_reached" ? 1 : 0);
            }
        })));
        TestContext.WriteLine($"{leads} leads in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");

        Assert.AreEqual((limit, leads - limit), (bought, full));
        var queued = 0;
        while (await one.Queue.TryReceiveAsync(QueueNames.Leads, 100, TimeSpan.FromMinutes(5)) is { Count: > 0 } some)
        {
            queued += some.Count;
        }

        Assert.AreEqual(limit, queued);
        await foreach (var use in new CapReport(new(two.Tables)).ReadAsync(campaign, receivedAt, TestContext.CancellationToken))
        {
            Assert.AreEqual(limit, use.Taken);
        }
    }

    private static SubmitLead Process(SqliteStore store, TestMeters meters)
    {
        var (identities, metrics) = (new IdentityHasher(new byte[32]), new LeadMetrics(meters));
        return new(
            new ReceiptBook(store.Tables, TimeProvider.System),
            new LeadLookup([]),
            [
                new PersonReservation(new Claims(store.Tables), new PersonIdentities(identities), metrics),
                new CapReservation(new CapCounters(new(store.Tables), TimeProvider.System, Random.Shared), metrics),
            ],
            new DecisionJournal(new(store.Tables), store.Queue, NullLogger<DecisionJournal>.Instance),
            store.Queue,
            identities,
            new LeadIds(Random.Shared),
            metrics,
            NullLogger<SubmitLead>.Instance);
    }
}
