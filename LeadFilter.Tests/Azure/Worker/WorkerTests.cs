using System.Net;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Azure.Worker;

/// <summary>The app's process as the Functions host starts it and speaks to it.</summary>
[TestClass]
public sealed class WorkerTests
{
    // For the tests that only look.
    private static readonly Lazy<Task<WorkerApp>> Shared = new(WorkerApp.StartAsync);

    [ClassCleanup]
    public static async Task StopAsync()
    {
        if (Shared.IsValueCreated && Shared.Value.IsCompletedSuccessfully)
        {
            await (await Shared.Value).DisposeAsync();
        }
    }

    [TestMethod]
    public async Task Worker_tells_the_host_its_functions_and_what_triggers_them()
    {
        var app = await Shared.Value;

        var functions = (await app.Worker).Functions;

        CollectionAssert.AreEquivalent(
            (string[])
            [
                "AnswerReturn httpTrigger get,post campaigns/{campaign}/returns/{lead}",
                "ChangeSuppressions httpTrigger get,post,delete suppressions/{list}",
                "CheckPerson httpTrigger post campaigns/{campaign}/duplicates",
                "ErasePerson httpTrigger post erasures",
                "DecideReturns timerTrigger 30 * * * * *",
                "Feedback httpTrigger post feedback",
                "FeedOptOuts httpTrigger get opt-outs/feed",
                "ForwardLead serviceBusTrigger %LeadQueue%",
                "ForwardNotice serviceBusTrigger %NoticeQueue%",
                "ImportClaims httpTrigger post campaigns/{campaign}/claims",
                "ListCaps httpTrigger get campaigns/{campaign}/caps",
                "ListDecisions httpTrigger get campaigns/{campaign}/decisions",
                "ListRejections httpTrigger get campaigns/{campaign}/rejections",
                "ListSuppressions httpTrigger get suppressions",
                "Live httpTrigger get health/live",
                "ProveOptOut httpTrigger get opt-outs/{id}/proof",
                "Ready httpTrigger get health/ready",
                "RecordOptOuts httpTrigger get,post opt-outs",
                "RecordOutcomes httpTrigger post campaigns/{campaign}/outcomes",
                "ReturnLeads httpTrigger get,post campaigns/{campaign}/returns",
                "ShowLead httpTrigger get campaigns/{campaign}/leads/{lead}",
                "ShowOptOut httpTrigger get opt-outs/{id}",
                "ShowStatement httpTrigger get campaigns/{campaign}/statement",
                "SubmitLead httpTrigger get,post campaigns/{campaign}/leads",
                "SweepExpired timerTrigger 0 17 * * * *",
                "SweepTargets timerTrigger 0 3/10 * * * *",
                "TellStatements timerTrigger 0 41 * * * *",
                "WriteRejection serviceBusTrigger %RecordQueue%",
            ],
            functions.Select(function => $"{function.Name} {function.TriggerType} {function.Source}").ToArray());
    }

    [TestMethod]
    public async Task Worker_is_ready_as_soon_as_the_host_sends_requests()
    {
        var app = await Shared.Value;

        // On a busy machine the queues may take longer than the two seconds that readiness gives them.
        await Eventually.HoldsAsync(
            async () => (await app.SendAsync(HttpMethod.Get, "/api/health/ready")).Status == HttpStatusCode.OK,
            "the worker is not ready",
            TimeSpan.FromMinutes(5));
    }

    [TestMethod]
    public async Task Buyers_addresses_ask_for_the_key()
    {
        var app = await Shared.Value;

        var (without, _) = await app.SendAsync(HttpMethod.Get, "/api/campaigns/solar/caps");
        var (with, _) = await app.SendAsync(HttpMethod.Get, "/api/campaigns/solar/caps", WorkerApp.AdminKey);

        Assert.AreEqual(HttpStatusCode.Unauthorized, without);
        Assert.AreEqual(HttpStatusCode.OK, with);
    }

    [TestMethod]
    public async Task Request_to_stop_ends_the_worker_without_an_error()
    {
        await using var app = await WorkerApp.StartAsync();
        var process = (await app.Worker).Process;

        var exitCode = await process.TerminateAsync();

        Assert.AreEqual(0, exitCode, process.Console);
    }

    [TestMethod]
    public async Task Missing_setting_ends_the_start_with_its_name()
    {
        await using var worker = await HostedWorker.BeginAsync(new Dictionary<string, string>());

        var exitCode = await worker.Process.ExitCodeAsync();

        Assert.AreNotEqual(0, exitCode);
        Assert.Contains("The setting 'LEADFILTER_ADMIN_KEY' is missing.", worker.Process.Console, StringComparison.Ordinal);
    }
}
