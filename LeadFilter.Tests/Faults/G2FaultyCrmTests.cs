using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Clocks;
using LeadFilter.Tests.Faults.Checking;
using LeadFilter.Tests.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFilter.Tests.Faults;

/// <summary>
/// G2 with a CRM that does what CRMs do: nothing is lost, and one that honours Idempotency-Key has one record a lead. The
/// clock runs fast, so that the real schedules of retries and redeliveries pass.
/// </summary>
[TestClass]
public sealed class G2FaultyCrmTests
{
    private const int Leads = 60;
    private const int Haste = 50;

    private static readonly DeliveryOptions Patient = new() { TotalTimeout = TimeSpan.FromMinutes(4), TryTimeout = TimeSpan.FromSeconds(25) };
    private static readonly DeliveryOptions NeverPausing = Patient with { BreakAtFailures = 1, BreakAtCalls = 1_000 };

    private readonly HastyClock clock = new(Haste);

    [TestMethod]
    [DataRow(nameof(Mood.Fail))]
    [DataRow(nameof(Mood.Defer))]
    [DataRow(nameof(Mood.Hang))]
    [DataRow(nameof(Mood.Reset))]
    [DataRow(nameof(Mood.TakeAndFail))]
    [DataRow(nameof(Mood.TakeAndReset))]
    [DataRow(nameof(Mood.DeferSilently))]
    [DataRow(nameof(Mood.TakeAndResetMidway))]
    [DataRow(nameof(Mood.TakeAndDrip))]
    [DataRow(nameof(Mood.TakeAndTalk))]
    [DataRow(nameof(Mood.TakeAndShowPage))]
    [DataRow(nameof(Mood.TakeAndStammer))]
    [DataRow(nameof(Mood.TakeInSilence))]
    public async Task G2_A_CRM_in_a_bad_mood_loses_nothing_and_has_one_record_a_lead(string mood)
    {
        var bad = Enum.Parse<Mood>(mood);

        // Every lead meets the fault on its first call, and a third of them for longer than the retries of one attempt.
        await AssertAllTakenOnceAsync(NeverPausing, (key, call) => call <= (key[^1] % 3 == 0 ? 4 : 1) ? bad : Mood.Take);
    }

    [TestMethod]
    public async Task G2_A_CRM_with_every_fault_at_once_loses_nothing_and_has_one_record_a_lead()
    {
        await AssertAllTakenOnceAsync(NeverPausing, (key, call) => call < 3 ? (Mood)((key[^1] + call) % (int)Mood.Redirect) : Mood.Take);
    }

    [TestMethod]
    public async Task G2_A_CRM_that_is_down_for_a_while_gets_every_lead_when_it_is_back()
    {
        var back = clock.GetUtcNow().AddSeconds(20);
        await AssertAllTakenOnceAsync(Patient, (_, _) => clock.GetUtcNow() < back ? Mood.Fail : Mood.Take);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task G2_A_CRM_that_is_not_there_or_drips_its_head_at_first_gets_every_lead_when_it_is_back(bool drips)
    {
        await using var stand = new DrippingServer();
        using var folders = new FilterFolders(stand.Address);
        await using var filter = await FilterUnderTest.StartAsync(folders, clock, services => services.AddSingleton(Patient));
        if (!drips)
        {
            await stand.DisposeAsync();
        }

        var answers = await SendAsync(filter);
        await Eventually.HoldsAsync(
            async () => (await filter.Host.Store.Queue.CountAsync(QueueNames.Leads, CancellationToken.None)).Scheduled > 0, "no lead waits for its next try");
        await stand.DisposeAsync();
        await using var crm = await MoodyCrm.StartAsync((_, _) => Task.FromResult(Mood.Take), stand.Address.Port);
        await filter.DeliveredAsync();
        await AssertRightAsync(filter, crm, answers);
    }

    [TestMethod]
    [DataRow(nameof(Mood.Refuse), "400")]
    [DataRow(nameof(Mood.Redirect), "302")]
    public async Task G2_A_lead_that_the_CRM_refuses_is_a_dead_letter_with_the_reason(string mood, string status)
    {
        await using var crm = await MoodyCrm.StartAsync((_, _) => Enum.Parse<Mood>(mood));
        using var folders = new FilterFolders(crm.Address);
        await using var filter = await FilterUnderTest.StartAsync(folders);

        var answer = await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));
        await filter.DeliveredAsync();

        Assert.AreEqual("success", answer.Outcome);
        var dead = await filter.Host.Store.Queue.ListAsync(QueueNames.Leads, CancellationToken.None).SingleAsync();
        Assert.AreEqual((answer.Lead, "crm_refused"), (dead.MessageId, dead.Reason));
        Assert.Contains(status, dead.Description, StringComparison.Ordinal);
        Assert.AreEqual(1, crm.Calls[answer.Lead]);
    }

    private async Task AssertAllTakenOnceAsync(DeliveryOptions options, Func<string, int, Mood> behaviour)
    {
        await using var crm = await MoodyCrm.StartAsync(behaviour);
        using var folders = new FilterFolders(crm.Address);
        await using var filter = await FilterUnderTest.StartAsync(folders, clock, services => services.AddSingleton(options));

        var answers = await SendAsync(filter);
        await filter.DeliveredAsync();
        await AssertRightAsync(filter, crm, answers);
    }

    private static Task<VendorAnswer[]> SendAsync(FilterUnderTest filter) =>
        filter.Visitor.SendAllAsync(Enumerable.Range(0, Leads).Select(number => ("acme", FilterVisitor.Person(PersonOf(number)))));

    private static string PersonOf(int number) => $"person-{number}";

    private static async Task AssertRightAsync(FilterUnderTest filter, MoodyCrm crm, VendorAnswer[] answers)
    {
        var history = new History(new());
        history.AddAll(crm.TakenCalls);
        for (var number = 0; number < answers.Length; number++)
        {
            history.Add(Told.Of("acme", PersonOf(number), PersonOf(number), answers[number]));
        }

        StoredHistory.AddTo(history, filter.Host.DataFile);
        history.AssertRight();
        CollectionAssert.AreEqual(new[] { "success" }, answers.Select(answer => answer.Outcome).Distinct().ToList());
        CollectionAssert.AreEquivalent(answers.Select(answer => answer.Lead).ToList(), crm.Taken.Keys.ToList());
        Assert.AreEqual(0, (await filter.Host.Store.Queue.CountAsync(QueueNames.Leads, CancellationToken.None)).Dead);
    }
}
