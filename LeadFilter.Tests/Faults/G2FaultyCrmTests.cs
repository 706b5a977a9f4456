using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
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
    public async Task G2_A_CRM_in_a_bad_mood_loses_nothing_and_has_one_record_a_lead(string mood)
    {
        var bad = Enum.Parse<Mood>(mood);

        // Every lead meets the fault on its first call, and a third of them for longer than the retries of one attempt.
        await AssertAllTakenOnceAsync(NeverPausing, (key, call) => call <= (key[^1] % 3 == 0 ? 4 : 1) ? bad : Mood.Take);
    }

    [TestMethod]
    public async Task G2_A_CRM_with_every_fault_at_once_loses_nothing_and_has_one_record_a_lead()
    {
        await AssertAllTakenOnceAsync(NeverPausing, (key, call) => call < 3 ? (Mood)((key[^1] + call) % 7) : Mood.Take);
    }

    [TestMethod]
    public async Task G2_A_CRM_that_is_down_for_a_while_gets_every_lead_when_it_is_back()
    {
        var back = clock.GetUtcNow().AddSeconds(20);
        await AssertAllTakenOnceAsync(Patient, (_, _) => clock.GetUtcNow() < back ? Mood.Fail : Mood.Take);
    }

    [TestMethod]
    public async Task G2_A_lead_that_the_CRM_refuses_is_a_dead_letter_with_the_reason()
    {
        await using var crm = await MoodyCrm.StartAsync((_, _) => Mood.Refuse);
        using var folders = new FilterFolders(crm.Address);
        await using var filter = await FilterUnderTest.StartAsync(folders);

        var answer = await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));
        await filter.DeliveredAsync();

        Assert.AreEqual("success", answer.Outcome);
        var dead = await filter.Host.Store.Queue.ListAsync(QueueNames.Leads, CancellationToken.None).SingleAsync();
        Assert.AreEqual((answer.Lead, "crm_refused"), (dead.MessageId, dead.Reason));
        Assert.Contains("400", dead.Description, StringComparison.Ordinal);
        Assert.AreEqual(1, crm.Calls[answer.Lead]);
    }

    private async Task AssertAllTakenOnceAsync(DeliveryOptions options, Func<string, int, Mood> behaviour)
    {
        await using var crm = await MoodyCrm.StartAsync(behaviour);
        using var folders = new FilterFolders(crm.Address);
        await using var filter = await FilterUnderTest.StartAsync(folders, clock, services => services.AddSingleton(options));

        var answers = await filter.Visitor.SendAllAsync(
            Enumerable.Range(0, Leads).Select(number => ("acme", FilterVisitor.Person($"person-{number}"))));
        await filter.DeliveredAsync();

        CollectionAssert.AreEqual(new[] { "success" }, answers.Select(answer => answer.Outcome).Distinct().ToList());
        CollectionAssert.AreEquivalent(answers.Select(answer => answer.Lead).ToList(), crm.Taken.Keys.ToList());
        Assert.AreEqual(0, (await filter.Host.Store.Queue.CountAsync(QueueNames.Leads, CancellationToken.None)).Dead);
    }
}
