using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Scale;
using LeadFilter.Tests.Delivery;
using LeadFilter.Tests.Intake;
using LeadFilter.Tests.Ports;
using static LeadFilter.Tests.Suppression.SuppressedCampaign;

namespace LeadFilter.Tests.Scale;

/// <summary>The model of scale makes as many calls as the pipeline does.</summary>
[TestClass]
public sealed class LeadStepsTests
{
    private const string Campaign = """
        {
          "campaign": "loans", "version": "test.1", "timeZone": "America/New_York",
          "rules": [ { "id": "reachable", "category": "contact", "reason": "uncontactable", "rejectWhen": { "field": "email", "is": "invalid" } } ],
          "duplicates": { "by": [ "email", "phone_1" ], "windowDays": 90 },
          "suppression": [ { "list": "customers", "by": [ "email", "phone_1" ], "reason": "existing_customer" } ],
          "caps": [ { "id": "daily", "limit": 500, "per": "day" } ],
          "prices": [ { "price": 12.5 } ],
          "delivery": { "type": "webhook", "url": "/demo/crm/leads" },
          "vendors": { "acme": { }, "bright": { }, "newcomer": { "mode": "trial" }, "stranger": { } }
        }
        """;

    [TestMethod]
    public async Task A_screened_lead_makes_the_calls_of_the_model() =>
        Assert.AreEqual(LeadSteps.TableCalls(LeadKind.Screened), await CallsOfAsync(("email", "nobody"), ("phone_1", "415 555 2671")));

    [TestMethod]
    public async Task A_bought_lead_makes_the_calls_of_the_model() =>
        Assert.AreEqual(LeadSteps.TableCalls(LeadKind.Bought), await CallsOfAsync(("email", "cleo@example.com"), ("phone_1", "415 555 2672")));

    [TestMethod]
    public async Task A_duplicate_makes_the_calls_of_the_model() =>
        Assert.AreEqual(
            LeadSteps.TableCalls(LeadKind.Duplicate), await CallsOfAsync(("email", "ann@example.com"), ("phone_1", "415 555 2671"), ("first_name", "Ann")));

    [TestMethod]
    public async Task A_delivery_makes_the_calls_of_the_model()
    {
        await using var scene = await DeliveryScene.StartAsync();
        var calls = 0;
        scene.Tables.Fault = call => Count(call, ref calls);
        await scene.HandleAsync(LeadEnvelope.Wrap(DeliveryScene.NewLead(("email", "cleo@example.com"))));
        Assert.AreEqual(LeadSteps.DeliveryCalls, calls);
    }

    // The first lead of a process also writes an index row, reads the cap and the catalogue of lists: it is not counted.
    private static async Task<int> CallsOfAsync(params (string Name, string Value)[] lead)
    {
        var intake = new IntakeFixture(Campaign);
        await intake.Suppressions.AddAsync(Batch("customers", SuppressionKind.Email, "other@example.com"), CancellationToken.None);
        await intake.Suppressions.AddAsync(Batch("customers", SuppressionKind.Phone, "415 555 2699"), CancellationToken.None);
        await intake.SendAsync("acme", ("email", "ann@example.com"), ("phone_1", "415 555 2671"));
        var calls = 0;
        intake.Tables.Fault = call => Count(call, ref calls);
        await intake.SendAsync("acme", lead);
        return calls;
    }

    private static ValueTask Count(PortCall call, ref int calls)
    {
        if (!call.TookEffect)
        {
            Interlocked.Increment(ref calls);
        }

        return ValueTask.CompletedTask;
    }
}
