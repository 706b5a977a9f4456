using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Tests.Capacity;
using LeadFilter.Tests.Intake;

namespace LeadFilter.Tests.Guarantees;

/// <summary>G7 for caps in money. Every lead of the campaign costs 12.50.</summary>
[TestClass]
public sealed class G7BudgetTests
{
    private const string Two = """{ "id": "budget", "limit": "$30", "per": "day" }""";
    private const string One = """{ "id": "budget", "limit": "$12.50", "per": "day" }""";

    [TestMethod]
    public async Task G7_No_more_than_the_budget_is_spent()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{Two}]"));
        var answers = await SendAsync(intake, "acme", 0, 4);

        Assert.AreEqual("Success Success Failure Failure", string.Join(' ', answers.Select(answer => answer.Outcome)));
        Assert.AreEqual("cap_reached: No more leads are bought in this day", $"{answers[3].Reasons.Single().Code}: {answers[3].Reasons.Single().Text}");
        Assert.AreEqual(25m, (await intake.TakenAsync())["budget"]);
        Assert.HasCount(2, intake.Enqueued);
    }

    [TestMethod]
    public async Task G7_Rejected_leads_duplicates_resends_and_tests_spend_nothing()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{Two}]"));
        await intake.SendAsync("acme", ("email", "nobody"));
        await intake.SendAsync("acme", [.. IntakeFixture.Person("tess"), ("is_test", "true")]);
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        await intake.SendAsync("stranger", IntakeFixture.Person("ann"));

        Assert.AreEqual(12.5m, (await intake.TakenAsync())["budget"]);
    }

    [TestMethod]
    public async Task A_test_lead_is_told_that_it_does_not_fit()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{One}]"));
        await SendAsync(intake, "acme", 0, 1);

        var test = await intake.SendAsync("acme", [.. IntakeFixture.Person("tess"), ("is_test", "true")]);

        Assert.AreEqual("cap_reached", test.Reasons.Single().Code.ToString());
    }

    [TestMethod]
    public async Task A_lead_that_costs_nothing_is_bought_although_the_budget_is_spent()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{One}]", """{ "price": 0 }"""));
        await SendAsync(intake, "stranger", 0, 2);

        Assert.AreEqual(Outcome.Success, (await SendAsync(intake, "acme", 2, 1))[0].Outcome);
    }

    [TestMethod]
    public async Task G7_A_vendor_that_waives_is_bought_beyond_the_budget_and_spends_it_first()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{One}]"));

        Assert.AreEqual("Success Success", string.Join(' ', (await SendAsync(intake, "bright", 0, 2)).Select(answer => answer.Outcome)));
        Assert.AreEqual(Outcome.Failure, (await SendAsync(intake, "acme", 2, 1))[0].Outcome);
        Assert.AreEqual(12.5m, (await intake.TakenAsync())["budget"]);
    }

    [TestMethod]
    public async Task A_full_cap_of_leads_gives_back_what_was_spent()
    {
        var intake = new IntakeFixture(CapCampaign.With($"[{Two}, {{ \"id\": \"all\", \"limit\": 1, \"per\": \"day\" }}]"));
        await SendAsync(intake, "acme", 0, 3);

        Assert.AreEqual((12.5m, 1m), ((await intake.TakenAsync())["budget"], (await intake.TakenAsync())["all"]));
    }

    [TestMethod]
    [DataRow(false, false)]
    [DataRow(false, true)]
    [DataRow(true, false)]
    [DataRow(true, true)]
    public async Task G7_A_crash_or_failure_at_any_call_neither_exceeds_the_budget_nor_loses_it(bool elsewhere, bool dies)
    {
        var json = CapCampaign.With($"[{One}]");
        var calls = await CountCallsAsync(json);
        Assert.IsGreaterThan(12, calls);
        for (var faultAt = 0; faultAt < calls; faultAt++)
        {
            var intake = new IntakeFixture(json);
            var other = elsewhere ? new IntakeFixture(json, intake) : intake;
            var seen = 0;
            Fault(intake, () => seen++ != faultAt ? default : dies ? throw new ProcessDiedException() : throw new StoreUnavailableException("down"));
            try
            {
                await intake.SendAsync("acme", IntakeFixture.Person("ann"));
            }
            catch (ProcessDiedException)
            {
                // Killed: nobody was answered.
            }

            Fault(intake, null);
            var between = await other.SendAsync("stranger", IntakeFixture.Person("ben"));
            intake.Clock.Advance(ReceiptBook.Lease);
            var again = await other.SendAsync("acme", IntakeFixture.Person("ann"));

            var what = $"fault at call {faultAt} of {calls}: {between.Outcome}, {again.Outcome}";
            Assert.HasCount(1, intake.Enqueued, what);
            Assert.AreEqual(1, new[] { between, again }.Count(answer => answer.Outcome == Outcome.Success), what);
            Assert.AreEqual(12.5m, (await intake.TakenAsync())["budget"], what);
        }
    }

    private static async Task<IReadOnlyList<Answer>> SendAsync(IntakeFixture intake, string vendor, int first, int count)
    {
        var answers = new List<Answer>();
        for (var number = first; number < first + count; number++)
        {
            answers.Add(await intake.SendAsync(vendor, IntakeFixture.Person($"person{number}")));
        }

        return answers;
    }

    private static async Task<int> CountCallsAsync(string json)
    {
        var (intake, calls) = (new IntakeFixture(json), 0);
        Fault(intake, () =>
        {
            calls++;
            return default;
        });
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        return calls;
    }

    private static void Fault(IntakeFixture intake, Func<ValueTask>? step)
    {
        intake.Tables.Fault = step is null ? null : _ => step();
        intake.Queue.Fault = intake.Tables.Fault;
    }

    private sealed class ProcessDiedException : Exception;
}
