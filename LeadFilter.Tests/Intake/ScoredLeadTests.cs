using LeadFilter.Core.Decisions;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Intake;

/// <summary>A score decides, is logged, and travels to the CRM.</summary>
[TestClass]
public sealed class ScoredLeadTests
{
    private static readonly string Json = CampaignText.With("vendors", """{ "acme": {}, "bright": { "rejects": ["contact"], "exclusive": true } }""").Insert(2, """
        "score": { "points": [ { "id": "pages", "kind": "behaviour", "per": "page_views", "points": 10 } ], "sales": 60, "nurture": 25 },
        """);

    [TestMethod]
    [DataRow("acme", "6", "Sales")]
    [DataRow("acme", "3", "Nurture")]
    [DataRow("bright", "1", "Nurture")]
    public async Task A_bought_lead_goes_to_the_route_of_its_score(string vendor, string pages, string route)
    {
        var intake = new IntakeFixture(Json);
        await intake.SendAsync(vendor, [.. IntakeFixture.Person("ann"), ("page_views", pages)]);
        Assert.AreEqual(route, Message(intake).Route.ToString());
    }

    [TestMethod]
    public async Task A_score_that_is_too_low_rejects_with_a_reason()
    {
        var answer = await new IntakeFixture(Json).SendAsync("acme", [.. IntakeFixture.Person("ann"), ("page_views", "2")]);
        Assert.AreEqual(Outcome.Failure, answer.Outcome);
        Assert.AreEqual(ReasonCode.LowScore, answer.Reasons.Single().Code);
    }

    [TestMethod]
    public async Task The_score_sheet_and_what_the_contract_says_of_exclusivity_go_with_the_lead()
    {
        var intake = new IntakeFixture(Json);
        await intake.SendAsync("bright", [.. IntakeFixture.Person("ann"), ("page_views", "7")]);
        var message = Message(intake);
        Assert.AreEqual("70: pages 70", $"{message.Score!.Value}: {string.Join(", ", message.Score.Contributions.Select(line => $"{line.Id} {line.Points}"))}");
        Assert.IsTrue(message.Exclusive);
    }

    [TestMethod]
    [DataRow("7", 70d)]
    [DataRow("2", 20d)]
    public async Task The_log_holds_the_score(string pages, double score)
    {
        var intake = new IntakeFixture(Json);
        await intake.SendAsync("acme", [.. IntakeFixture.Person("ann"), ("page_views", pages)]);
        Assert.AreEqual(score, (await intake.LoggedAsync()).Single().Score);
    }

    private static LeadMessage Message(IntakeFixture intake) =>
        LeadMessageJson.TryRead(intake.Queue.Messages.Single(message => message.Queue == QueueNames.Leads).Body.Span, out var lead, out var why)
            ? lead
            : throw new AssertFailedException(why);
}
