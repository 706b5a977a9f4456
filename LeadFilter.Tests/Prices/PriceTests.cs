using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Prices;

/// <summary>Which price is paid, and when there is no bid.</summary>
[TestClass]
public sealed class PriceTests
{
    private const string List = """
        [
        { "vendors": ["bright"], "price": 7 },
        { "exclusive": true, "when": { "field": "state", "op": "equal", "value": "CA" }, "price": 25 },
        { "score": { "from": 60 }, "price": 20 },
        { "score": { "from": 30, "below": 60 }, "price": 10 },
        { "when": { "field": "state", "op": "equal", "value": "TX" }, "price": 3 },
        { "price": 0 }
        ]
        """;

    [TestMethod]
    [DataRow("acme", "page_views=60;state=CA", "20", DisplayName = "By a score band")]
    [DataRow("acme", "page_views=59;state=CA", "10", DisplayName = "Up to the next band")]
    [DataRow("acme", "page_views=1;state=TX", "3", DisplayName = "By a condition")]
    [DataRow("bright", "page_views=60", "7", DisplayName = "For a vendor, first in the list")]
    [DataRow("newcomer", "page_views=60;state=CA", "25", DisplayName = "For an exclusive vendor")]
    [DataRow("newcomer", "page_views=60;state=TX", "20", DisplayName = "For an exclusive vendor, where the condition does not hold")]
    [DataRow("stranger", "page_views=1;state=TX", "5", DisplayName = "Raised to the contract's floor")]
    [DataRow("stranger", "page_views=60", "20", DisplayName = "Above the floor")]
    public void The_first_price_that_holds_is_paid(string vendor, string lead, string price)
    {
        var decision = Decide(Campaign(""), vendor, lead);
        Assert.AreEqual(price, decision.Price.ToString());
        Assert.IsTrue(decision.IsAccepted);
    }

    [TestMethod]
    public void A_lead_that_is_worth_nothing_is_bought_for_nothing() =>
        Assert.AreEqual((true, "0"), Told(Decide(Campaign(""), "acme", "page_views=1")));

    [TestMethod]
    public void The_campaigns_floor_holds_for_vendors_without_their_own()
    {
        var campaign = Campaign("\"floor\": 4,");
        Assert.AreEqual((true, "4"), Told(Decide(campaign, "acme", "page_views=1;state=TX")));
        Assert.AreEqual((true, "5"), Told(Decide(campaign, "stranger", "page_views=1;state=TX")));
    }

    [TestMethod]
    public void There_is_no_bid_for_what_is_worth_nothing_where_the_campaign_says_so()
    {
        var decision = Decide(Campaign("\"noBid\": {}, \"floor\": 4,"), "acme", "page_views=1");
        Assert.AreEqual((false, "0"), Told(decision));
        Assert.AreEqual("no_bid", decision.Primary!.Ground.Reason.ToString());
    }

    [TestMethod]
    public void What_a_contract_does_not_let_be_refused_is_bought_at_the_floor() =>
        Assert.AreEqual((true, "5"), Told(Decide(Campaign("\"noBid\": {},"), "stranger", "page_views=1")));

    [TestMethod]
    public void Where_leads_that_are_worth_nothing_are_refused_no_price_need_hold()
    {
        var campaign = Campaign("\"noBid\": {},", """[{ "score": { "from": 60 }, "price": 20 }]""");
        Assert.AreEqual((true, "20"), Told(Decide(campaign, "acme", "page_views=60")));
        Assert.AreEqual((false, "0"), Told(Decide(campaign, "acme", "page_views=59")));
    }

    [TestMethod]
    public void A_rejected_lead_gets_no_bid_reason_besides()
    {
        var campaign = TestCampaign.Loaded(CampaignText.With(("rules", CampaignText.RuleWith("""{ "field": "state", "is": "invalid" }""")), ("prices", """[{ "price": 0 }]"""))
            .Insert(2, "\"noBid\": {},"));
        Assert.AreEqual("r", string.Join(',', Decide(campaign, "acme", "").Findings.Select(finding => finding.Ground.Reason)));
    }

    [TestMethod]
    public void An_explanation_names_the_place_of_the_price()
    {
        var campaign = Campaign("");
        var quote = TestLead.PolicyOf(campaign, "stranger").Explain(TestLead.Of(campaign, ("page_views", "1"), ("state", "TX"))).Quote;
        Assert.AreEqual(("5", "3", 4), (quote.Price.ToString(), quote.Listed.ToString(), quote.Entry));
    }

    [TestMethod]
    [DataRow("""[{ "score": { "from": 60 }, "price": 1 }, { "price": 1 }]""", """9:23 $.prices[0].score: this campaign has no score. Add the section "score", or remove this.""")]
    [DataRow("""[{ "score": { "from": 60, "below": 60 }, "price": 1 }, { "price": 1 }]""", """9:23 $.prices[0].score: no score lies in this band. Write { "from": 60 }, { "below": 60 }, or both with 'from' less than 'below'.""")]
    [DataRow("""[{ "vendors": [], "price": 1 }, { "price": 1 }]""", """9:25 $.prices[0].vendors: this price is for no vendor. Name a vendor, or remove "vendors".""")]
    [DataRow("""[{ "vendors": ["brigth"], "price": 1 }, { "price": 1 }]""", "9:26 $.prices[0].vendors[0]: there is no vendor 'brigth'. Write 'bright' if you meant that, otherwise add the vendor to vendors.json.")]
    [DataRow("""[{ "exclusive": 1, "price": 1 }, { "price": 1 }]""", "9:27 $.prices[0].exclusive: this is a number. Write true.")]
    public void Mistakes_in_prices_are_named(string prices, string mistake) =>
        Assert.Contains(mistake, CampaignText.Mistakes(CampaignText.With("prices", prices)), StringComparison.Ordinal);

    [TestMethod]
    [DataRow("\"floor\": -1,", "2:10 $.floor: -1 is out of range. Write a number from 0 to 1000000.")]
    [DataRow("\"noBid\": true,", "2:10 $.noBid: this is true or false. Write an object { … }.")]
    [DataRow("\"noBid\": { \"mode\": \"on\" },", "2:20 $.noBid.mode: 'on' is not known here. Write 'enforced' if you meant that; there are: enforced, shadow, off.")]
    public void Mistakes_about_floor_and_bid_are_named(string key, string mistake) => Assert.AreEqual(mistake, CampaignText.Mistakes(CampaignText.WithKey(key)));

    private static Campaign Campaign(string more, string prices = List) => TestCampaign.Loaded(CampaignText
        .With(
            ("prices", prices),
            ("vendors", """{ "acme": {}, "bright": {}, "newcomer": { "exclusive": true }, "stranger": { "floor": 5, "rejects": ["contact"], "exclusive": false } }"""))
        .Insert(2, $$"""{{more}} "score": { "points": [ { "id": "pages", "per": "page_views", "points": 1 } ], "sales": 1, "nurture": 0 },"""));

    private static Decision Decide(Campaign campaign, string vendor, string lead) => TestLead.PolicyOf(campaign, vendor).Decide(TestLead.Of(
        campaign,
        [.. lead.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=')).Select(pair => (pair[0], (string?)pair[1]))]));

    private static (bool, string) Told(Decision decision) => (decision.IsAccepted, decision.Price.ToString());
}
