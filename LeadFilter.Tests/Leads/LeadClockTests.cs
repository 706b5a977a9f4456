using System.Globalization;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Data;
using LeadFilter.Core.Explanations;
using LeadFilter.Core.Fields.Phones.Areas;
using LeadFilter.Core.Fields.Places.Countries;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Clocks;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Leads;

/// <summary>Conditions and hours by the clock of the lead's person.</summary>
[TestClass]
public sealed class LeadClockTests
{
    private const string CallingHours =
        """{ "field": "received_at.time", "op": "not between", "values": ["08:00", "20:59"], "clock": "lead" }""";

    [TestMethod]
    [DataRow("phone_1=(713) 555-2671", "America/Chicago")]
    [DataRow("phone_1=(850) 555-2671", "America/Chicago America/New_York", "an area code with two zones has those of its state")]
    [DataRow("phone_1=(800) 555-2671", "")]
    [DataRow("phone_1=+49 30 901820", "")]
    [DataRow("phone_1=+44 20 7946 0958", "Europe/London")]
    [DataRow("phone_1=(902) 555-2671", "America/Halifax")]
    [DataRow("state=FL", "America/Chicago America/New_York")]
    [DataRow("state=FL;postal_code=33101", "America/New_York", "a ZIP code says it closer than the state")]
    [DataRow("postal_code=32501", "America/Chicago")]
    [DataRow("postal_code=32401", "America/Chicago America/New_York")]
    [DataRow("postal_code=79901", "America/Denver")]
    [DataRow("postal_code=M5V 2T6", "America/Toronto America/Winnipeg")]
    [DataRow("state=FL;phone_1=(305) 555-2671", "America/New_York", "phone and address of one state: what both allow")]
    [DataRow("state=TX;phone_1=(713) 555-2671", "America/Chicago")]
    [DataRow("postal_code=79901;phone_1=(713) 555-2671", "America/Chicago America/Denver", "both cannot be: either may")]
    [DataRow("state=CA;phone_1=(212) 555-2671", "America/Los_Angeles America/New_York", "people keep their number when they move")]
    [DataRow("state=FL;phone_1=(212) 555-2671", "America/Chicago America/New_York")]
    [DataRow("state=CA;postal_code=10001", "America/Los_Angeles America/New_York", "two states: nobody knows which one is right")]
    [DataRow("state=AZ;postal_code=85004", "America/Phoenix")]
    [DataRow("state=PR;phone_1=(787) 555-2671", "America/Puerto_Rico")]
    [DataRow("state=AE", "")]
    [DataRow("email=ann@example.com", "")]
    public void Zones_in_which_the_person_may_be(string lead, string zones, string why = "")
    {
        var clock = new LeadClock(TestCampaign.Loaded().Layout);
        var found = clock.ZonesOf(LeadOf(TestCampaign.Loaded(), lead, TestLead.ReceivedAt));
        Assert.AreEqual(zones, string.Join(' ', LeadClock.Zones.Where((_, at) => (found >> at & 1) != 0).Select(zone => zone.Id).Order(StringComparer.Ordinal)), why);
    }

    [TestMethod]
    public void Every_area_code_lies_in_a_zone_of_its_state()
    {
        foreach (var (place, codes) in AreaCodes.ByPlace.Where(one => !one.Place.Contains('/', StringComparison.Ordinal)))
        {
            foreach (var code in codes.Split(' '))
            {
                var zones = ClockZones.OfArea(code, out var state);
                Assert.AreEqual(place, States.All[state].Code);
                Assert.AreEqual(zones, zones & ClockZones.OfState(state), code);
                Assert.AreNotEqual(0ul, zones, code);
            }
        }
    }

    [TestMethod]
    public void Every_ZIP_code_lies_in_a_zone_of_its_state()
    {
        foreach (var prefix in new EmbeddedFile("zip-time-zones.txt").ReadLines().Select(line => line[..3]))
        {
            var state = Core.Fields.Places.Postal.ZipCodes.StateOf(int.Parse(prefix, CultureInfo.InvariantCulture) * 100);
            var outside = ClockZones.OfZip(prefix, state) & ~ClockZones.OfState(state);
            Assert.IsTrue(outside == 0 || prefix == "368", $"{prefix}: Phenix City keeps the time of Georgia, though Alabama's is another");
        }
    }

    // Houston is UTC-6, in summer UTC-5.
    [TestMethod]
    [DataRow("phone_1=(713) 555-2671", "2026-01-15T13:59:59Z", Truth.Match, "7:59:59")]
    [DataRow("phone_1=(713) 555-2671", "2026-01-15T14:00:00Z", Truth.NoMatch, "8:00")]
    [DataRow("phone_1=(713) 555-2671", "2026-07-15T12:59:59Z", Truth.Match, "7:59:59 in summer")]
    [DataRow("phone_1=(713) 555-2671", "2026-07-15T13:00:00Z", Truth.NoMatch, "8:00 in summer")]
    [DataRow("phone_1=(602) 234-2671", "2026-07-15T15:00:00Z", Truth.NoMatch, "8:00 in Phoenix, which has no summer time")]
    [DataRow("phone_1=(808) 234-2671", "2026-01-15T06:00:00Z", Truth.NoMatch, "20:00 of the day before in Honolulu")]
    [DataRow("state=CA;phone_1=(212) 555-2671", "2026-01-15T14:00:00Z", Truth.Indeterminate, "9:00 there, 6:00 here")]
    [DataRow("state=CA;phone_1=(212) 555-2671", "2026-01-15T17:00:00Z", Truth.NoMatch, "within the hours by both clocks")]
    [DataRow("state=CA;phone_1=(212) 555-2671", "2026-01-15T12:00:00Z", Truth.Match, "outside by both")]
    [DataRow("phone_1=(800) 555-2671", "2026-01-15T17:00:00Z", Truth.Indeterminate, "no zone is known")]
    [DataRow("email=ann@example.com", "2026-01-15T17:00:00Z", Truth.Indeterminate, "nothing is known")]
    [DataRow("phone_1=12", "2026-01-15T17:00:00Z", Truth.Unreadable, "the number cannot be read")]
    [DataRow("phone_1=12;state=NY", "2026-01-15T17:00:00Z", Truth.NoMatch, "the number cannot be read, but the state can")]
    public void Calling_hours_go_by_the_clock_of_the_person(string lead, string at, Truth expected, string what) =>
        Assert.AreEqual(expected, Trace(CallingHours, lead, at).Result, what);

    [TestMethod]
    [DataRow("""{ "field": "dob.age", "op": "<", "value": 18, "clock": "lead" }""", Truth.Match)]
    [DataRow("""{ "field": "dob.age", "op": "<", "value": 18 }""", Truth.NoMatch)]
    [DataRow("""{ "field": "dob.adult", "is": "not true", "clock": "lead" }""", Truth.Match)]
    [DataRow("""{ "field": "dob", "op": "newer than", "value": "18 years", "clock": "lead" }""", Truth.Match)]
    [DataRow("""{ "field": "dob", "op": "newer than", "value": "18 years" }""", Truth.NoMatch)]
    [DataRow("""{ "field": "created_at.weekday", "op": "equal", "value": "wednesday", "clock": "lead" }""", Truth.Match)]
    [DataRow("""{ "field": "created_at.date", "op": "not equal", "other": "received_at.date", "clock": "lead" }""", Truth.NoMatch)]
    [DataRow("""{ "not": { "field": "received_at.hour", "op": "in", "values": [21, 22], "clock": "lead" } }""", Truth.NoMatch)]
    public void Ages_and_days_go_by_the_clock_of_the_person(string condition, Truth expected) =>
        Assert.AreEqual(expected, Trace(condition, "state=CA;dob=2008-01-01;created_at=2026-01-01T05:30:00Z", "2026-01-01T06:00:00Z").Result);

    [TestMethod]
    public void An_explanation_shows_each_clock()
    {
        var facts = Trace(CallingHours, "state=CA;phone_1=(212) 555-2671", "2026-01-15T14:00:00Z").Facts;
        Assert.AreEqual(
            "received_at.time (America/Los_Angeles)=06:00, received_at.time (America/New_York)=09:00",
            string.Join(", ", facts.Take(2).Select(fact => $"{fact.Name}={fact.Text}")));
        Assert.AreEqual("phone_1, postal_code, state", string.Join(", ", facts.Skip(2).Select(fact => fact.Name)));
    }

    [TestMethod]
    [DataRow("state=CA", "2026-01-15T16:00:00Z", null, "8:00 in California")]
    [DataRow("state=CA", "2026-01-15T15:59:00Z", "outside_hours", "7:59 in California, 10:59 by the campaign's clock")]
    [DataRow("state=CA;phone_1=(212) 555-2671", "2026-01-15T14:00:00Z", "outside_hours", "open in New York only")]
    [DataRow("email=ann@example.com", "2026-01-15T04:00:00Z", null, "no zone is known, and onMissing says nothing")]
    public void Hours_go_by_the_clock_of_the_person(string lead, string at, string? reason, string what) =>
        Assert.AreEqual(reason, Hours("""{ "days": { "weekdays": [ ["08:00", "21:00"] ] }, "clock": "lead" }""", lead, at), what);

    [TestMethod]
    [DataRow("email=ann@example.com", "outside_hours")]
    [DataRow("phone_1=12", "outside_hours")]
    [DataRow("state=NY", null)]
    public void Hours_may_reject_whose_zone_is_not_known(string lead, string? reason) => Assert.AreEqual(
        reason,
        Hours("""{ "days": { "weekdays": [ ["08:00", "21:00"] ] }, "clock": "lead", "onMissing": "reject" }""", lead, "2026-01-15T17:00:00Z"));

    [TestMethod]
    [DataRow("""{ "hours": { "mode": "enforced" } }""", "outside_hours", "the campaign's clock is taken over")]
    [DataRow("""{ "hours": { "clock": "campaign" } }""", null, "or another one is said")]
    public void A_contract_may_say_another_clock(string contract, string? reason, string what)
    {
        var campaign = TestCampaign.Loaded(CampaignText.With(
            ("hours", """{ "days": { "weekdays": [ ["08:00", "21:00"] ] }, "clock": "lead" }"""), ("vendors", $$"""{ "acme": {{contract}} }""")));
        var lead = LeadOf(campaign, "state=CA", DateTimeOffset.Parse("2026-01-15T14:00:00Z", CultureInfo.InvariantCulture));
        Assert.AreEqual(reason, TestLead.PolicyOf(campaign, "acme").Decide(lead).Primary?.Ground.Reason.ToString(), what);
    }

    [TestMethod]
    public void A_decision_by_the_clock_of_the_person_allocates_nothing_more()
    {
        var other = CallingHours.Replace(", \"clock\": \"lead\"", "", StringComparison.Ordinal);
        Assert.AreEqual(Allocated(other), Allocated(CallingHours));
    }

    private static long Allocated(string condition)
    {
        var campaign = Campaign(condition);
        var lead = LeadOf(campaign, "state=CA;phone_1=(212) 555-2671", DateTimeOffset.Parse("2026-01-15T17:00:00Z", CultureInfo.InvariantCulture));
        var policy = campaign.PolicyWithoutContract;
        policy.Decide(lead);
        return Enumerable.Range(0, 20).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            policy.Decide(lead);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }

    [TestMethod]
    [DataRow("""{ "field": "email", "op": "equal", "value": "a@b.example", "clock": "lead" }""",
        """7:121 $.rules[0].rejectWhen.clock: this test of 'email' is the same by every clock. Remove "clock", or test an hour, a day or an age, such as received_at.time, created_at.weekday or dob.age.""")]
    [DataRow("""{ "field": "created_at", "op": "older than", "value": "5 minutes", "clock": "lead" }""",
        """7:141 $.rules[0].rejectWhen.clock: this test of 'created_at' is the same by every clock. Remove "clock", or test an hour, a day or an age, such as received_at.time, created_at.weekday or dob.age.""")]
    [DataRow("""{ "field": "dob.age", "is": "valid", "clock": "lead" }""",
        """7:100 $.rules[0].rejectWhen.clock: this test of 'dob.age' is the same by every clock. Remove "clock", or test an hour, a day or an age, such as received_at.time, created_at.weekday or dob.age.""")]
    [DataRow("""{ "field": "dob.age", "op": "<", "value": 18, "clock": "vendor" }""",
        "7:117 $.rules[0].rejectWhen.clock: 'vendor' is not known here. Use one of: campaign, lead.")]
    public void A_clock_that_makes_no_sense_is_a_mistake(string condition, string mistake)
    {
        var found = CampaignText.Mistakes(CampaignText.WithCondition(condition));
        Assert.AreEqual(mistake[mistake.IndexOf(' ', StringComparison.Ordinal)..], found[found.IndexOf(' ', StringComparison.Ordinal)..]);
    }

    [TestMethod]
    public void What_becomes_of_unknown_zones_is_said_with_the_clock_only()
    {
        var found = CampaignText.Mistakes(CampaignText.With("hours", """{ "days": { "weekdays": [ ["08:00", "21:00"] ] }, "onMissing": "reject" }"""));
        Assert.AreEqual(true, found.Contains("the campaign's own clock is never missing", StringComparison.Ordinal), found);
    }

    private static string? Hours(string hours, string lead, string at)
    {
        var campaign = TestCampaign.Loaded(CampaignText.With("hours", hours));
        var decision = campaign.PolicyWithoutContract.Decide(LeadOf(campaign, lead, DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)));
        return decision.Primary?.Ground.Reason.ToString();
    }

    private static RuleTrace Trace(string condition, string lead, string at)
    {
        var campaign = Campaign(condition);
        var explained = campaign.PolicyWithoutContract.Explain(LeadOf(campaign, lead, DateTimeOffset.Parse(at, CultureInfo.InvariantCulture)));
        return explained.Rules[0];
    }

    private static Campaign Campaign(string condition) => TestCampaign.Loaded(CampaignText.With(("timeZone", "\"UTC\""), ("rules", CampaignText.RuleWith(condition))));

    private static Lead LeadOf(Campaign campaign, string fields, DateTimeOffset at)
    {
        var draft = new LeadDraft(campaign.Layout);
        foreach (var field in fields.Split(';'))
        {
            var parts = field.Split('=');
            draft.Add(parts[0], parts[1]);
        }

        return draft.ToLead(at);
    }
}
