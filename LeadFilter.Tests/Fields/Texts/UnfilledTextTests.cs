using LeadFilter.Core.Fields;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Fields.Texts;

/// <summary>Texts that nobody has written: what templates and programs leave.</summary>
[TestClass]
public sealed class UnfilledTextTests
{
    [TestMethod]
    [DataRow("undefined")]
    [DataRow(" null ")]
    [DataRow("NaN")]
    [DataRow("(null)")]
    [DataRow("[object Object]")]
    [DataRow("{{consent_text}}")]
    [DataRow("{{ lead.consent }}")]
    [DataRow("${consentText}")]
    [DataRow("%%CONSENT%%")]
    [DataRow("*|CONSENT|*")]
    [DataRow("{CONSENT}")]
    [DataRow("{consent_text}")]
    [DataRow("%consent_text%")]
    [DataRow("<test lead: dummy data for consent_text>")]
    public void They_are_blank_in_a_lead(string raw) => Assert.AreEqual(Validity.Blank, Read("consent_text", raw));

    [TestMethod]
    [DataRow("I agree to be called")]
    [DataRow("Undefined behaviour is my hobby")]
    [DataRow("none")]
    [DataRow("{see note}")]
    [DataRow("I agree that {{company}} calls me")]
    [DataRow("<3")]
    [DataRow("$5")]
    [DataRow("N/A")]
    [DataRow("null and void")]
    public void What_somebody_may_have_written_is_a_text(string raw) => Assert.AreEqual(Validity.Valid, Read("consent_text", raw));

    [TestMethod]
    [DataRow("last_name", "null", Validity.Valid)]
    [DataRow("last_name", "Null", Validity.Valid)]
    [DataRow("first_name", "undefined", Validity.Blank)]
    [DataRow("first_name", "{{first_name}}", Validity.Blank)]
    [DataRow("city", "null", Validity.Blank)]
    [DataRow("address_1", "{{street}}", Validity.Blank)]
    [DataRow("phone_1", "undefined", Validity.Invalid)]
    [DataRow("opt_in", "{{opt_in}}", Validity.Invalid)]
    public void Names_may_be_Null_and_what_is_not_free_text_stays_unreadable(string field, string raw, Validity validity) => Assert.AreEqual(validity, Read(field, raw));

    [TestMethod]
    public void A_campaign_may_still_compare_with_them()
    {
        var campaign = TestCampaign.Loaded(CampaignText.WithCondition("""{ "field": "email.user", "op": "in", "values": ["null", "undefined"] }"""));
        Assert.IsFalse(TestLead.Decide(campaign, ("email", "null@example.com")).IsAccepted);
    }

    private static Validity Read(string field, string raw) => TestLead.Of(TestCampaign.Loaded(CampaignText.With()), (field, raw)).Find(field).Validity;
}
