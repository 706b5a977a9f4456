using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Prices;

/// <summary>Prices from what the vendor asks.</summary>
[TestClass]
public sealed class AskedPriceTests
{
    [TestMethod]
    [DataRow("12.5", "12.5")]
    [DataRow("$15.00", "15")]
    [DataRow("15.01", "price_too_high")]
    [DataRow("9,999,999", "price_too_high")]
    [DataRow("0", "0")]
    [DataRow("12.34567", "12.3456", "never more than is asked")]
    [DataRow("-3", "unreadable_price")]
    [DataRow("cheap", "unreadable_price")]
    [DataRow("", "price_missing")]
    [DataRow(null, "price_missing")]
    public void What_is_asked_is_paid_up_to_the_limit(string? asked, string told, string why = "") =>
        Assert.AreEqual(told, Decide("""[ { "price": "asked", "atMost": 15 } ]""", asked), why);

    [TestMethod]
    [DataRow("20", "15")]
    [DataRow("14", "14")]
    public void More_may_be_answered_with_the_limit(string asked, string told) =>
        Assert.AreEqual(told, Decide("""[ { "price": "asked", "atMost": 15, "onAbove": "limit" } ]""", asked));

    [TestMethod]
    [DataRow("9", "9")]
    [DataRow("12", "12", "the next line pays up to 15")]
    [DataRow("16", "price_too_high")]
    [DataRow("?", "3", "no line knows what is asked")]
    [DataRow(null, "3", "no line knows what is asked")]
    public void The_next_price_may_hold_instead(string? asked, string told, string why = "") => Assert.AreEqual(
        told,
        Decide(
            """[ { "price": "asked", "atMost": 10, "onAbove": "next", "onMissing": "next" }, { "price": "asked", "atMost": 15, "onMissing": "next" }, { "price": 3 } ]""",
            asked),
        why);

    [TestMethod]
    public void A_floor_raises_what_is_asked() => Assert.AreEqual("4", Decide("""[ { "price": "asked", "atMost": 15 } ], "floor": 4""", "2"));

    [TestMethod]
    public void What_is_asked_may_come_in_a_field_of_the_campaign() => Assert.AreEqual(
        "7",
        Told(TestLead.Decide(
            TestCampaign.Loaded(CampaignText.With(("fields", """{ "bid": "number" }"""), ("prices", """[ { "price": "asked", "field": "bid", "atMost": 15 } ]"""))),
            ("bid", "7"),
            ("price", "20"))));

    [TestMethod]
    [DataRow("""{ "price": { "price": "asked", "atMost": 8 } }""", "7", "7")]
    [DataRow("""{ "price": { "price": "asked", "atMost": 8 } }""", "9", "price_too_high")]
    [DataRow("""{ "price": { "price": "asked", "atMost": 8, "onAbove": "next" } }""", "9", "1", DisplayName = "The campaign's price after the contract's")]
    [DataRow("""{ "price": { "price": "asked", "atMost": 8, "onMissing": "next" } }""", null, "1", DisplayName = "The campaign's price for what is not asked")]
    [DataRow("""{ "price": { "price": "asked", "atMost": 8 }, "rejects": ["contact"] }""", "9", "8", DisplayName = "Waived: the most that is paid")]
    [DataRow("""{ "price": { "price": "asked", "atMost": 8 }, "rejects": ["contact"], "floor": 2 }""", null, "2", DisplayName = "Waived without a price: the floor")]
    [DataRow("""{ "price": { "price": "asked", "atMost": 8 }, "mode": "trial" }""", "9", "8", DisplayName = "On trial: the most that is paid")]
    public void A_contract_may_pay_what_is_asked(string contract, string? asked, string told)
    {
        var campaign = TestCampaign.Loaded(CampaignText.With("vendors", $$"""{ "acme": {{contract}} }"""));
        Assert.AreEqual(told, Told(TestLead.PolicyOf(campaign, "acme").Decide(TestLead.Of(campaign, ("price", asked)))));
    }

    [TestMethod]
    public void A_lead_that_is_too_dear_is_rejected_before_anything_is_looked_up() => Assert.AreEqual(
        "price_too_high",
        Told(AskedCampaign("""[ { "price": "asked", "atMost": 15 } ]""") is var campaign
            ? campaign.PolicyWithoutContract.Screen(TestLead.Of(campaign, ("price", "16")))
            : throw new AssertFailedException()));

    [TestMethod]
    public void An_explanation_says_what_is_asked()
    {
        var campaign = AskedCampaign("""[ { "price": "asked", "atMost": 15, "onAbove": "limit" } ]""");
        var quote = campaign.PolicyWithoutContract.Explain(TestLead.Of(campaign, ("price", "16"))).Quote;
        Assert.AreEqual(("15", "16", 0), (quote.Price.ToString(), quote.Asked.ToString(), quote.Entry));
    }

    [TestMethod]
    public void An_example_may_expect_the_codes_of_prices() => TestCampaign.Loaded(CampaignText.With(
        ("prices", """[ { "price": "asked", "atMost": 15 } ]"""),
        ("examples", """[ { "lead": { "price": 16 }, "expect": "price_too_high" }, { "lead": { }, "expect": "price_missing" }, { "lead": { "price": "?" }, "expect": "unreadable_price" } ]""")));

    // G8, and what is never paid.
    [TestMethod]
    public void Neither_more_than_is_asked_nor_more_than_the_limit_is_ever_paid()
    {
        var random = new Random(12);
        for (var round = 0; round < 300; round++)
        {
            var (limit, asked) = (random.Next(0, 2000) / 100m, random.Next(0, 2500) / 100m);
            var above = random.Next(2) == 0 ? "limit" : "reject";
            var told = Decide($$"""[ { "price": "asked", "atMost": {{limit}}, "onAbove": "{{above}}" } ]""", FormattableString.Invariant($"{asked}"));
            var expected = asked <= limit ? asked.ToString("0.####", null) : above == "limit" ? limit.ToString("0.####", null) : "price_too_high";
            Assert.AreEqual(expected, told, $"{asked} asked, at most {limit}, {above}");
        }
    }

    [TestMethod]
    [DataRow("""[ { "price": "asked" } ]""", "$.prices[0]: 'atMost' is missing. Add \"atMost\": 15, the most that you pay.")]
    [DataRow("""[ { "price": 5, "atMost": 15 } ]""", "$.prices[0].atMost: unknown key 'atMost'. Remove it, or use one of: when, vendors, exclusive, score, price.")]
    [DataRow("""[ { "price": "asked", "atMost": 15, "field": "email" } ]""", "$.prices[0].field: 'email' is not an amount that vendors send. Name a field of type money or number.")]
    [DataRow("""[ { "price": "asked", "atMost": 15, "onMissing": "limit" } ]""", "$.prices[0].onMissing: 'limit' is not known here. Use one of: reject, next.")]
    [DataRow("""[ { "price": "asked", "atMost": 15, "onAbove": "next" } ]""", "$.prices[0]: no price holds where this one does not. Add a last price without 'when', or \"noBid\": { } to reject what is worth nothing.")]
    [DataRow("""[ { "price": "asked", "atMost": 15 }, { "price": 3 } ]""", "$.prices[0]: this price holds always, so those after it are never reached. Move it to the end, or give it a 'when'.")]
    public void Mistakes_say_what_to_write(string prices, string mistake)
    {
        var found = CampaignText.Mistakes(CampaignText.With("prices", prices));
        Assert.AreEqual(mistake, found[(found.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
    }

    [TestMethod]
    public void A_limit_below_the_floor_is_a_mistake() => Assert.AreEqual(
        "the price (3) is less than the floor (5)",
        TestCampaign.Load(CampaignText.With("vendors", """{ "acme": { "price": { "price": "asked", "atMost": 3 }, "floor": 5 } }""")).Mistakes.Single().Message);

    private static Campaign AskedCampaign(string prices) => TestCampaign.Loaded(CampaignText.With("prices", prices));

    private static string Decide(string prices, string? asked) => Told(TestLead.Decide(AskedCampaign(prices), ("price", asked)));

    private static string Told(Decision decision) => decision.Primary?.Ground.Reason.ToString() ?? decision.Price.ToString();
}
