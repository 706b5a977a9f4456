using System.Text;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Intake;

namespace LeadFilter.Tests.Duplicates;

/// <summary>Whose purchases make a person a duplicate, and for how long.</summary>
[TestClass]
public sealed class DuplicateScopeTests
{
    private const string Usual = """{ "by": [ "email", "phone_1" ], "match": "any", "windowDays": 90 }""";

    /// <summary>The test campaign with another section duplicates, and perhaps another name.</summary>
    public static string Json(string duplicates, string campaign = "loans") => TestCampaign.Json
        .Replace(Usual, duplicates, StringComparison.Ordinal)
        .Replace("\"loans\"", $"\"{campaign}\"", StringComparison.Ordinal);

    private static Campaign Other(string duplicates) =>
        CampaignLoader.Load("cars.json", Encoding.UTF8.GetBytes(Json(duplicates, "cars")), TestCampaign.Vendors).Value!;

    [TestMethod]
    public async Task In_the_scope_of_a_vendor_another_vendor_may_sell_the_same_person()
    {
        var intake = new IntakeFixture(Json("""{ "by": ["email"], "windowDays": 90, "scope": "vendor" }"""));
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        var other = await intake.SendAsync("bright", IntakeFixture.Person("ann"));
        var same = await intake.SendAsync("acme", [.. IntakeFixture.Person("ann"), ("sub_id", "2")]);
        Assert.AreEqual((Outcome.Success, Outcome.Failure), (other.Outcome, same.Outcome));
    }

    [TestMethod]
    public async Task In_the_scope_of_the_installation_another_campaign_may_not_buy_the_same_person()
    {
        const string plan = """{ "by": ["email"], "windowDays": 90, "scope": "installation" }""";
        var intake = new IntakeFixture(Json(plan));
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        var known = await intake.SendIntoAsync(Other(plan), "acme", IntakeFixture.Person("ann"));
        Assert.AreEqual("duplicate", known.Reasons.Single().Code.ToString());
    }

    [TestMethod]
    public async Task In_the_scope_of_the_campaign_another_campaign_may_buy_the_same_person()
    {
        const string plan = """{ "by": ["email"], "windowDays": 90, "scope": "campaign" }""";
        var intake = new IntakeFixture(Json(plan));
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        Assert.AreEqual(Outcome.Success, (await intake.SendIntoAsync(Other(plan), "acme", IntakeFixture.Person("ann"))).Outcome);
    }

    [TestMethod]
    [DataRow("2 months", 61, Outcome.Failure)]
    [DataRow("2 months", 63, Outcome.Success)]
    [DataRow("1 year", 365, Outcome.Failure)]
    [DataRow("1 Year", 367, Outcome.Success)]
    [DataRow("2 weeks", 13, Outcome.Failure)]
    public async Task A_window_may_be_a_length_of_time(string window, int days, Outcome outcome)
    {
        var intake = new IntakeFixture(Json($$"""{ "by": ["email"], "window": "{{window}}" }"""));
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        intake.Clock.Advance(TimeSpan.FromDays(days));
        var answer = await intake.SendAsync("bright", IntakeFixture.Person("ann"));
        Assert.AreEqual(
            (outcome, outcome == Outcome.Success ? null : $"Duplicate of a lead received in the last {window}"),
            (answer.Outcome, answer.Reasons.Select(reason => reason.Text).FirstOrDefault()));
    }

    [TestMethod]
    public async Task Each_campaign_of_the_installation_counts_in_its_own_window()
    {
        var intake = new IntakeFixture(Json("""{ "by": ["email"], "windowDays": 30, "scope": "installation" }"""));
        var longer = Other("""{ "by": ["email"], "windowDays": 90, "scope": "installation" }""");
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        intake.Clock.Advance(TimeSpan.FromDays(60));
        var known = await intake.SendIntoAsync(longer, "acme", IntakeFixture.Person("ann"));
        var free = await intake.SendAsync("bright", IntakeFixture.Person("ann"));
        Assert.AreEqual((Outcome.Failure, Outcome.Success), (known.Outcome, free.Outcome));
    }

    [TestMethod]
    public async Task The_order_in_which_campaigns_name_the_same_fields_does_not_matter()
    {
        var intake = new IntakeFixture(Json("""{ "by": ["email", "state"], "match": "all", "windowDays": 90, "scope": "installation" }"""));
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        var other = Other("""{ "by": ["state", "email"], "match": "all", "windowDays": 90, "scope": "installation" }""");
        Assert.AreEqual(Outcome.Failure, (await intake.SendIntoAsync(other, "acme", IntakeFixture.Person("ann"))).Outcome);
    }

    [TestMethod]
    public async Task Of_several_plans_each_counts_in_its_own_scope_and_window()
    {
        var intake = new IntakeFixture(Json("""
            [ { "id": "soon", "by": ["email"], "windowDays": 30, "text": "Soon" },
              { "id": "same", "by": ["email"], "windowDays": 90, "scope": "vendor", "text": "Same vendor" } ]
            """));
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        var soon = await intake.SendAsync("bright", IntakeFixture.Person("ann"));
        intake.Clock.Advance(TimeSpan.FromDays(60));
        var same = await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        var other = await intake.SendAsync("bright", [.. IntakeFixture.Person("ann"), ("sub_id", "2")]);
        Assert.AreEqual(
            "Soon | Same vendor | Success",
            $"{soon.Reasons.Single().Text} | {same.Reasons.Single().Text} | {other.Outcome}");
    }

    [TestMethod]
    public async Task A_shadow_plan_with_a_longer_window_does_not_hide_a_later_purchase()
    {
        var intake = new IntakeFixture(Json("""
            [ { "id": "a", "by": ["email"], "windowDays": 30 }, { "id": "b", "by": ["email"], "windowDays": 365, "mode": "shadow" } ]
            """));
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        intake.Clock.Advance(TimeSpan.FromDays(60));
        var bought = await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        intake.Clock.Advance(TimeSpan.FromDays(20));
        var again = await intake.SendAsync("bright", IntakeFixture.Person("ann"));
        var shadow = (await intake.LoggedAsync()).Single(record => record.Lead == bought.Lead).Findings.Single(one => one.Rule.StartsWith("dup", StringComparison.Ordinal));
        Assert.AreEqual("Success, duplicates.b Shadow, Failure", $"{bought.Outcome}, {shadow.Rule} {shadow.Effect}, {again.Outcome}");
    }

    // Leads that share one identity or both, in every order of arrival, of two campaigns and two vendors.
    [TestMethod]
    [DataRow("campaign", 2)]
    [DataRow("vendor", 4)]
    [DataRow("installation", 1)]
    public async Task G3_In_every_scope_exactly_one_is_bought(string scope, int bought)
    {
        var plan = $$"""{ "by": ["email", "phone_1"], "windowDays": 90, "scope": "{{scope}}" }""";
        var other = Other(plan);
        for (var round = 0; round < 25; round++)
        {
            var intake = new IntakeFixture(Json(plan));
            var random = new Random(round);
            intake.Tables.Fault = async _ =>
            {
                for (var pause = random.Next(4); pause > 0; pause--)
                {
                    await Task.Yield();
                }
            };

            var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(at => intake.SendIntoAsync(
                at % 2 == 0 ? intake.Campaign : other,
                at % 4 < 2 ? "acme" : "bright",
                ("email", "ann@example.com"), ("phone_1", "4152341234"), ("sub_id", $"{at}"))));

            Assert.AreEqual(bought, answers.Count(answer => answer.Outcome == Outcome.Success), $"round {round}");
            Assert.HasCount(bought, intake.Enqueued);
        }
    }
}
