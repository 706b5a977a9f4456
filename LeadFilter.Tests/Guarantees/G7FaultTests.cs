using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Tests.Capacity;
using LeadFilter.Tests.Intake;

namespace LeadFilter.Tests.Guarantees;

/// <summary>
/// G7 where a process dies, or a call fails, at each call of the ports in turn, before or after the call took effect. There
/// is one place. Another vendor's lead comes between the faulty attempt and the vendor's resend, to this process or to another.
/// </summary>
[TestClass]
public sealed class G7FaultTests
{
    private static readonly string Json = CapCampaign.With(
        $"[{CapCampaign.Daily(1)}, {{ \"id\": \"hourly\", \"limit\": 1, \"per\": \"hour\", \"by\": \"source\" }}]");

    [TestMethod]
    [DataRow(false, false)]
    [DataRow(true, false)]
    [DataRow(false, true)]
    [DataRow(true, true)]
    public Task G7_A_crash_at_any_call_neither_exceeds_the_cap_nor_loses_the_place(bool elsewhere, bool atOnce) =>
        TryAllAsync(elsewhere, atOnce, () => throw new ProcessDiedException());

    [TestMethod]
    [DataRow(false, false)]
    [DataRow(true, false)]
    [DataRow(false, true)]
    [DataRow(true, true)]
    public Task G7_A_failure_of_any_call_neither_exceeds_the_cap_nor_loses_the_place(bool elsewhere, bool atOnce) =>
        TryAllAsync(elsewhere, atOnce, () => throw new StoreUnavailableException("down"));

    // The lead may be in the queue though nobody knows: its place must not be sold again.
    [TestMethod]
    public async Task G7_A_lead_that_the_queue_may_have_taken_keeps_its_place_for_its_vendors_resend()
    {
        var intake = new IntakeFixture(Json);
        intake.Queue.Fault = call => call.TookEffect ? throw new StoreUnavailableException("timeout") : default;
        Assert.AreEqual(Outcome.Error, (await SendAsync(intake, "acme", "ann")).Outcome);
        intake.Queue.Fault = null;

        Assert.AreEqual("cap_reached", (await SendAsync(intake, "stranger", "ben")).Reasons.Single().Code.ToString());
        Assert.AreEqual(Outcome.Success, (await SendAsync(intake, "acme", "ann")).Outcome);
        Assert.HasCount(1, intake.Enqueued);
    }

    [TestMethod]
    public async Task G7_A_place_is_free_again_at_once_when_a_later_table_call_fails()
    {
        var intake = new IntakeFixture(Json);
        intake.Tables.Fault = call => call is { Port: "Caps", Operation: "TryInsertAsync", TookEffect: false } && call.Key.Length > 3
            ? throw new StoreUnavailableException("down")
            : default;
        Assert.AreEqual(Outcome.Error, (await SendAsync(intake, "acme", "ann")).Outcome);
        intake.Tables.Fault = null;
        Assert.AreEqual(Outcome.Success, (await SendAsync(intake, "stranger", "ben")).Outcome);
    }

    private static async Task TryAllAsync(bool elsewhere, bool atOnce, Func<ValueTask> fault)
    {
        var calls = await CountCallsAsync(atOnce);
        Assert.IsGreaterThan(atOnce ? 8 : 16, calls);
        for (var faultAt = 0; faultAt < calls; faultAt++)
        {
            var intake = new IntakeFixture(Json, null, atOnce);
            var other = elsewhere ? new IntakeFixture(Json, intake) : intake;
            var seen = 0;
            Fault(intake, () => seen++ == faultAt ? fault() : default);
            var first = await TrySendAsync(intake, "ann");
            Fault(intake, null);
            var between = await SendAsync(other, "stranger", "ben");
            intake.Clock.Advance(ReceiptBook.Lease);

            var again = await SendAsync(other, "acme", "ann");

            var what = $"fault at call {faultAt} of {calls}: {first?.Outcome}, {between.Outcome}, {again.Outcome}";
            Assert.HasCount(1, intake.Enqueued, what);
            Assert.AreEqual(1, new[] { between, again }.Count(answer => answer.Outcome == Outcome.Success), what);
            var taken = await intake.TakenAsync();
            Assert.AreEqual(1, taken["daily"], what);
            Assert.AreEqual(1, taken.Where(counter => counter.Key != "daily").Sum(counter => counter.Value), what);
        }
    }

    private static async Task<Answer?> TrySendAsync(IntakeFixture intake, string name)
    {
        try
        {
            return await SendAsync(intake, "acme", name);
        }
        catch (ProcessDiedException)
        {
            return null;
        }
    }

    private static Task<Answer> SendAsync(IntakeFixture intake, string vendor, string name) =>
        intake.SendAsync(vendor, ("email", $"{name}@example.com"), ("source", "site"));

    private static async Task<int> CountCallsAsync(bool atOnce)
    {
        var intake = new IntakeFixture(Json, null, atOnce);
        var calls = 0;
        Fault(intake, () =>
        {
            calls++;
            return default;
        });
        await SendAsync(intake, "acme", "ann");
        return calls;
    }

    private static void Fault(IntakeFixture intake, Func<ValueTask>? step)
    {
        intake.Tables.Fault = step is null ? null : _ => step();
        intake.Queue.Fault = intake.Tables.Fault;
    }

    private sealed class ProcessDiedException : Exception;
}
