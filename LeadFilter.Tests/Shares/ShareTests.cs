using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Shares;

/// <summary>Who is in a random share: by chance, but the same person always, and nobody knows without the installation's secret.</summary>
[TestClass]
public sealed class ShareTests
{
    private const int Persons = 20_000;

    private static readonly Draw Unnamed = new(DrawUnit.Person, null);
    private static readonly Draw Ab = new(DrawUnit.Person, "ab");
    private static readonly Draw ByLead = new(DrawUnit.Lead, null);

    private readonly IdentityHasher hasher = new(new byte[32]);
    private readonly Campaign campaign = TestCampaign.Loaded();

    [TestMethod]
    public void Draws_are_uniform()
    {
        // Chi-square of 100 cells: 99 degrees of freedom, 148.2 is exceeded once in 1,000. The secret is fixed, so the result is too.
        foreach (var draw in (Draw[])[Unnamed, Ab, ByLead])
        {
            var cells = new int[100];
            foreach (var number in Enumerable.Range(0, Persons).Select(at => DrawnBy(draw, ("email", $"person{at}@example.com"))))
            {
                Assert.IsTrue(number is >= 0 and < 100, $"{number}");
                cells[(int)number!]++;
            }

            var expected = Persons / 100d;
            var distance = cells.Sum(count => (count - expected) * (count - expected) / expected);
            Assert.IsLessThan(148.2, distance, draw.Path);
        }
    }

    [TestMethod]
    public void Draws_of_different_names_are_independent()
    {
        var both = Enumerable.Range(0, Persons).Count(at =>
            DrawnBy(Unnamed, ("email", $"person{at}@example.com")) < 50 && DrawnBy(Ab, ("email", $"person{at}@example.com")) < 50);

        // A quarter, within five standard deviations.
        Assert.AreEqual(Persons / 4d, both, 5 * Math.Sqrt(Persons * 0.25 * 0.75));
    }

    [TestMethod]
    public void A_person_draws_the_same_with_every_lead_and_from_every_vendor()
    {
        var first = DrawnBy(Ab, ("email", "Ann@Example.com"), ("state", "CA"));

        Assert.AreEqual(first, DrawnBy(Ab, ("email", " ann@example.com"), ("state", "TX")));
        Assert.AreEqual(first, new KeyedDraws(new(new byte[32]), campaign, TestCampaign.Id("bright"), TestLead.Of(campaign, ("email", "ann@example.com"))).Of(Ab));
    }

    [TestMethod]
    public void A_lead_draws_the_same_when_it_is_sent_again_and_another_when_anything_in_it_differs()
    {
        var first = DrawnBy(ByLead, ("email", "ann@example.com"), ("state", "CA"));

        Assert.AreEqual(first, DrawnBy(ByLead, ("state", "CA"), ("email", "ann@example.com")));
        Assert.AreNotEqual(first, DrawnBy(ByLead, ("email", "ann@example.com"), ("state", "TX")));
    }

    [TestMethod]
    public void The_first_field_of_the_plan_that_a_lead_has_tells_whose_it_is()
    {
        var byPhone = DrawnBy(Unnamed, ("phone_1", "4155552671"));

        Assert.IsNotNull(byPhone);
        Assert.AreEqual(byPhone, DrawnBy(Unnamed, ("email", "nobody"), ("phone_1", "+1 (415) 555-2671")));
        Assert.AreNotEqual(byPhone, DrawnBy(Unnamed, ("email", "ann@example.com"), ("phone_1", "4155552671")));
    }

    [TestMethod]
    public void A_lead_that_names_nobody_is_in_no_share_of_persons()
    {
        Assert.IsNull(DrawnBy(Unnamed, ("state", "CA")));
        Assert.IsNotNull(DrawnBy(ByLead, ("state", "CA")));
    }

    [TestMethod]
    public void Where_all_fields_of_a_plan_must_agree_a_lead_that_lacks_one_names_nobody()
    {
        var both = TestCampaign.Loaded(TestCampaign.Json.Replace("\"any\"", "\"all\"", StringComparison.Ordinal));

        Assert.IsNull(DrawnIn(both, Unnamed, ("email", "ann@example.com")));
        Assert.AreEqual(
            DrawnIn(both, Unnamed, ("email", "ann@example.com"), ("phone_1", "4155552671")),
            DrawnIn(both, Unnamed, ("phone_1", "415 555 2671"), ("email", "ANN@example.com")));
    }

    [TestMethod]
    public void A_campaign_without_duplicates_goes_by_the_mailbox_and_then_the_telephone()
    {
        var open = TestCampaign.Loaded(CampaignText.With("duplicates", null));

        Assert.AreEqual(DrawnIn(open, Unnamed, ("email", "a.nn+x@gmail.com")), DrawnIn(open, Unnamed, ("email", "ann@gmail.com"), ("phone_1", "4155552671")));
        Assert.AreEqual(DrawnIn(open, Unnamed, ("phone_1", "4155552671")), DrawnIn(open, Unnamed, ("phone_1", "(415) 555-2671"), ("email", "x")));
    }

    [TestMethod]
    public void Another_secret_draws_other_lots()
    {
        var other = new KeyedDraws(new([1, .. new byte[31]]), campaign, TestCampaign.Id("acme"), TestLead.Of(campaign, ("email", "ann@example.com")));

        Assert.AreNotEqual(DrawnBy(Ab, ("email", "ann@example.com")), other.Of(Ab));
    }

    [TestMethod]
    public void A_name_means_the_same_group_in_every_campaign_and_no_name_means_one_of_each_campaign()
    {
        var loans2 = TestCampaign.Loaded(CampaignText.With());
        var others = Core.Campaigns.Loading.CampaignLoader.Load(
            "cars.json", System.Text.Encoding.UTF8.GetBytes(CampaignText.With("campaign", "\"cars\"")), TestCampaign.Vendors).Value!;

        Assert.AreEqual(DrawnIn(loans2, Ab, ("email", "ann@example.com")), DrawnIn(others, Ab, ("email", "ann@example.com")));
        Assert.AreNotEqual(DrawnIn(loans2, Unnamed, ("email", "ann@example.com")), DrawnIn(others, Unnamed, ("email", "ann@example.com")));
    }

    private double? DrawnBy(Draw draw, params ReadOnlySpan<(string, string?)> fields) => DrawnIn(campaign, draw, fields);

    private double? DrawnIn(Campaign campaign, Draw draw, params ReadOnlySpan<(string, string?)> fields) =>
        new KeyedDraws(hasher, campaign, TestCampaign.Id("acme"), TestLead.Of(campaign, fields)).Of(draw);
}
