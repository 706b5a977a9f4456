using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Faults.Checking;
using LeadFilter.Tests.Ports;
using LeadFilter.Tests.Suppression;

namespace LeadFilter.Tests.Faults.Calls;

/// <summary>
/// Every call of a port fails, or is the last of its process, before and after it takes effect: nothing bought is lost or
/// doubled, nothing lost is charged, no cap is exceeded, and nothing stays taken for a lead that is not bought.
/// </summary>
[TestClass]
[TestCategory("Faults")]
public sealed class EveryCallTests
{
    private const int Limit = 3;

    /// <summary>The default suite tries one step of so many, each time of resending other ones; <c>LEADFILTER_FAULT_ROUNDS</c> from 20 tries all.</summary>
    private static readonly int InCi = FaultSettings.Rounds < 20 ? 4 : 1;

    private const string Json = """
        {
          "campaign": "loans", "version": "test.1",
          "rules": [ { "id": "reachable", "category": "contact", "reason": "uncontactable",
            "rejectWhen": { "all": [ { "field": "email", "is": "invalid" }, { "field": "phone_1", "is": "invalid" } ] } } ],
          "duplicates": { "by": [ "email", "phone_1" ], "match": "any", "windowDays": 90 },
          "suppression": [ { "list": "customers", "by": [ "email" ], "reason": "existing_customer" } ],
          "caps": [ { "id": "daily", "limit": 3, "per": "day" }, { "id": "hourly", "limit": 2, "per": "hour", "by": "vendor" } ],
          "prices": [ { "when": { "field": "state", "op": "equal", "value": "CA" }, "price": 15 }, { "price": 12.5 } ],
          "delivery": { "type": "webhook", "url": "/demo/crm/leads" },
          "vendors": { "acme": { }, "bright": { "price": 9 }, "newcomer": { "mode": "trial" }, "stranger": { } }
        }
        """;

    private static readonly Terms Terms = new() { Caps = [new("daily", Limit, TimeSpan.FromDays(1))] };

    private static readonly Sending Ann = new("acme", "a1", "ann", ("email", "ann@example.com"), ("phone_1", "4152341234"), ("state", "CA"));
    private static readonly Sending AnnAgain = new("bright", "b1", "ann", ("email", "ann@example.com"), ("phone_1", "4152341299"));

    /// <summary>Leads that are bought, unreachable, duplicates by either identity, suppressed, sent again, and one too many.</summary>
    private static readonly Sending[] Day =
    [
        Ann,
        new("acme", "a2", "ben", ("email", "ben at home"), ("state", "CA")),
        AnnAgain,
        new("stranger", "s1", "cat", ("email", "cat@example.com")),
        new("acme", "a3", "dan", ("email", "dan@example.com"), ("phone_1", "4152341235")),
        new("stranger", "s2", "dan", ("email", "daniel@example.com"), ("phone_1", "4152341235")),
        Ann,
        new("bright", "b3", "eve", ("email", "eve@example.com")),
        new("stranger", "s3", "fay", ("email", "fay@example.com"), ("phone_1", "4152341236")),
    ];

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task Without_a_fault_the_day_is_as_it_should_be(bool atOnce)
    {
        using var scene = await BeginAsync(new(), atOnce);
        await RunDayAsync(scene, Resending.Soon);
        scene.History.AssertRight();
        Assert.AreEqual("Success a1 15, Failure a2 0, Failure b1 0, Failure s1 0, Success a3 12.5, Failure s2 0, Success a1 15, Success b3 9, Failure s3 0", Told(scene));
        Assert.AreEqual(atOnce ? 3 : 0, (scene.Process.Changes as FaultyChanges)?.MadeAll ?? 0);
    }

    [TestMethod]
    [DataRow(nameof(CallFault.Once), false)]
    [DataRow(nameof(CallFault.Once), true)]
    [DataRow(nameof(CallFault.Honestly), false)]
    [DataRow(nameof(CallFault.Honestly), true)]
    [DataRow(nameof(CallFault.Shortly), false)]
    [DataRow(nameof(CallFault.Shortly), true)]
    [DataRow(nameof(CallFault.ForLong), false)]
    [DataRow(nameof(CallFault.ForLong), true)]
    [DataRow(nameof(CallFault.Death), false)]
    [DataRow(nameof(CallFault.Death), true)]
    public Task A_fault_at_any_call_loses_doubles_and_charges_nothing(string fault, bool atOnce) =>
        TryStepsAsync(fault, atOnce, InCi, (scene, _, resending) => RunDayAsync(scene, resending));

    // The other vendor's lead of the same person goes all the way just before the fault.
    [TestMethod]
    [DataRow(nameof(CallFault.Once), false)]
    [DataRow(nameof(CallFault.Once), true)]
    [DataRow(nameof(CallFault.ForLong), false)]
    [DataRow(nameof(CallFault.ForLong), true)]
    [DataRow(nameof(CallFault.Death), false)]
    [DataRow(nameof(CallFault.Death), true)]
    public Task A_lead_of_the_same_person_that_comes_at_a_faulty_call_is_not_bought_as_well(string fault, bool atOnce) =>
        TryStepsAsync(fault, atOnce, 1, async (scene, steps, resending) =>
        {
            steps.Meanwhile = () => scene.TrySendAsync(AnnAgain);
            await scene.SendAsync(Ann, resending);
            await scene.DeliverAsync();
            await scene.SettleAsync(resending);
        });

    private async Task TryStepsAsync(
        string fault, bool atOnce, int stride, Func<PipelineScene, CallSteps, Resending, Task> runAsync)
    {
        var runs = 0;
        foreach (var resending in Enum.GetValues<Resending>())
        {
            var last = false;
            for (var at = (int)resending % stride; !last; at += stride)
            {
                var steps = new CallSteps { At = at, Fault = Enum.Parse<CallFault>(fault) };
                using var scene = await BeginAsync(steps, atOnce);
                await runAsync(scene, steps, resending);
                AssertRight(scene, resending, $"{fault} at step {at}, {steps.Met}; resent {resending}");
                last = steps.Seen <= at;
                runs++;
            }
        }

        TestContext.WriteLine($"{runs} runs");
    }

    private static async Task<PipelineScene> BeginAsync(CallSteps steps, bool atOnce)
    {
        var scene = new PipelineScene(Json, steps, Terms, atOnce);
        await scene.Process.Suppressions.AddAsync(
            SuppressedCampaign.Batch("customers", SuppressionKind.Email, "cat@example.com"), CancellationToken.None);
        scene.BeginFaults();
        return scene;
    }

    private static async Task RunDayAsync(PipelineScene scene, Resending resending)
    {
        foreach (var sending in Day)
        {
            await scene.SendAsync(sending, resending);
            await scene.DeliverAsync();
            scene.PassLease();
        }

        await scene.SettleAsync(resending);
    }

    private static string Told(PipelineScene scene) =>
        string.Join(", ", scene.History.Told.Select(told => FormattableString.Invariant($"{told.Outcome} {told.Submission} {told.Price}")));

    private static void AssertRight(PipelineScene scene, Resending resending, string context)
    {
        context = $"{context}\n{Told(scene)}";
        scene.History.AssertRight(context);
        Assert.IsEmpty(scene.History.Dead, context);
        if (resending == Resending.Never)
        {
            return;
        }

        var bought = scene.History.Told.Where(told => told.Outcome == ToldOutcome.Success).Select(told => told.Lead!).ToHashSet();
        CollectionAssert.AreEquivalent(bought.ToList(), HoldersOf(scene, TableNames.Caps, "daily").ToList(), $"places under the cap\n{context}");
        CollectionAssert.AreEquivalent(bought.ToList(), HoldersOf(scene, TableNames.Claims, "").Distinct().ToList(), $"claims of persons\n{context}");
    }

    private static IEnumerable<string> HoldersOf(PipelineScene scene, string table, string counter) =>
        scene.Process.Tables[table].Rows
            .Where(row => row.PartitionKey.Contains(counter, StringComparison.Ordinal))
            .Select(row => row.Text("Lead")).OfType<string>();
}
