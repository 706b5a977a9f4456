using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using LeadFilter.Cli.Sending;
using LeadFilter.Tests.Folders;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Azure.Worker;

/// <summary>G2 on Azure: a worker that is killed loses, doubles and wrongly charges nothing.</summary>
[TestClass]
[TestCategory("Faults")]
public sealed class KilledWorkerTests
{
    private const int Lines = 300;
    private const int VendorsAtOnce = 8;

    private static readonly int[] AnswersBeforeKills = [40, 150];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task Every_bought_lead_reaches_the_CRM_once_although_the_worker_is_killed()
    {
        await using var app = await WorkerApp.StartAsync();
        var bought = new ConcurrentDictionary<long, string>();
        var resent = 0;
        var answered = 0;
        var due = AnswersBeforeKills.Select(_ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).ToArray();

        var sending = Parallel.ForEachAsync(
            Leads().GroupBy(lead => lead.Group ?? $"{lead.Number}"),
            new ParallelOptions { MaxDegreeOfParallelism = VendorsAtOnce, CancellationToken = TestContext.CancellationToken },
            async (group, stop) =>
            {
                foreach (var lead in group)
                {
                    await SendAsync(lead, stop);
                }
            });
        foreach (var moment in due)
        {
            if (await Task.WhenAny(moment.Task, sending) == sending)
            {
                break;
            }

            await app.KillWorkerAsync();
            await app.StartWorkerAsync();
        }

        await sending;
        await Eventually.HoldsAsync(() => Task.FromResult(app.Leads.Messages.Count == 0), "leads are in the queue", Patience);

        TestContext.WriteLine(
            $"{bought.Count} bought of {Lines}; {resent} requests without an answer; {app.Crm.TakenCalls.Count} calls of the CRM");
        CollectionAssert.AreEquivalent(
            Leads().Where(lead => lead.Expect == LeadLine.Accept).Select(lead => lead.Number).ToList(), bought.Keys.ToList());
        CollectionAssert.AllItemsAreUnique(bought.Values.ToList());
        CollectionAssert.AreEquivalent(bought.Values.ToList(), app.Crm.Taken.Keys.ToList());
        Assert.IsTrue(app.Crm.TakenCalls.All(call => call.Key == call.Lead), "A call had another key than its lead.");
        Assert.IsEmpty(app.Leads.DeadLetters!.Messages);

        async Task SendAsync(LeadLine lead, CancellationToken stop)
        {
            // A vendor sends the same again until it is answered.
            var json = lead.Body.At(TimeProvider.System.GetUtcNow());
            var began = TimeProvider.System.GetTimestamp();
            while (TimeProvider.System.GetElapsedTime(began) < Patience)
            {
                try
                {
                    var (status, body) = await app.PostAsync(lead.Vendor.ToString(), json);
                    if (status is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests))
                    {
                        Note(lead, body);
                        return;
                    }
                }
                catch (IOException)
                {
                    Interlocked.Increment(ref resent);
                }

                await Task.Delay(Pause, TimeProvider.System, stop);
            }

            throw new AssertFailedException($"Lead {lead.Number} had no answer in {Patience.TotalMinutes} minutes.");
        }

        void Note(LeadLine lead, string body)
        {
            var answer = JsonDocument.Parse(body).RootElement;
            if (answer.GetProperty("outcome").GetString() == "success")
            {
                bought[lead.Number] = answer.GetProperty("lead").GetProperty("id").GetString()!;
            }

            if (Array.IndexOf(AnswersBeforeKills, Interlocked.Increment(ref answered)) is var kill and >= 0)
            {
                due[kill].SetResult();
            }
        }
    }

    [TestMethod]
    public Task Lead_that_a_killed_worker_was_delivering_is_delivered_by_the_next() => EndWhileDeliveringAsync(process => process.KillAsync());

    [TestMethod]
    public Task Lead_that_a_stopped_worker_was_delivering_is_delivered_by_the_next() =>
        EndWhileDeliveringAsync(async process => Assert.AreEqual(0, await process.TerminateAsync(), process.Console));

    [TestMethod]
    public async Task Lead_that_the_CRM_refuses_becomes_a_dead_letter_that_says_why()
    {
        await using var app = await WorkerApp.StartAsync();
        app.Crm.Behave((_, _) => Mood.Refuse);

        await BuyAsync(app);

        await Eventually.HoldsAsync(() => Task.FromResult(app.Leads.DeadLetters!.Messages.Count == 1), "there is no dead letter", Patience);
        Assert.AreEqual("crm_refused", app.Leads.DeadLetters!.Messages.Single().DeadLetterReason);
        Assert.Contains("status 400", app.Leads.DeadLetters!.Messages.Single().DeadLetterDescription!, StringComparison.Ordinal);
    }

    private static async Task EndWhileDeliveringAsync(Func<WorkerProcess, Task> end)
    {
        await using var app = await WorkerApp.StartAsync();
        app.Crm.Behave((_, _) => Mood.Hang);
        var bought = await BuyAsync(app);
        await app.Crm.CalledAsync();

        await app.EndWorkerAsync(end);
        app.Crm.Behave((_, _) => Mood.Take);
        await app.StartWorkerAsync();

        await Eventually.HoldsAsync(() => Task.FromResult(app.Leads.Messages.Count == 0), "the lead is in the queue", Patience);
        Assert.AreEqual(bought, app.Crm.Taken.Single().Key);
    }

    /// <summary>Sends a lead that is bought.</summary>
    /// <returns>Its id.</returns>
    private static async Task<string> BuyAsync(WorkerApp app)
    {
        var lead = Leads().First(lead => lead.Expect == LeadLine.Accept);
        var (status, body) = await app.PostAsync(lead.Vendor.ToString(), lead.Body.At(TimeProvider.System.GetUtcNow()));
        return VendorAnswer.Read((int)status, body).Lead;
    }

    private static IEnumerable<LeadLine> Leads() => File.ReadLines(Path.Combine(SampleFiles.Root, "samples", "leads.ndjson"))
        .Take(Lines)
        .Select((line, index) => new LeadLineReader(defaultVendor: null).Read(Encoding.UTF8.GetBytes(line), index + 1).Lead!);
}
