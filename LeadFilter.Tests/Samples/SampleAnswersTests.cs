using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Permissions;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Samples;

/// <summary>What forms send besides yes, no and numbers, as the sample campaigns decide about it.</summary>
[TestClass]
public sealed class SampleAnswersTests
{
    private const string Certificate = "https://cert.trustedform.com/0123456789ABCDEF0123456789abcdef01234567";

    private static readonly (string, string?)[] Good =
    [
        ("first_name", "Ada"), ("last_name", "Moss"), ("email", "ada.moss@example.com"), ("phone_1", "602-234-9876"), ("state", "AZ"),
        ("postal_code", "85004"), ("created_at", "2026-01-01T11:59:15Z"), ("tcpa_consent", "yes"),
    ];

    [TestMethod]
    [DataRow("homeowner", "Rent", "renter")]
    [DataRow("homeowner", "No, I rent", "renter")]
    [DataRow("homeowner", "i_rent", "renter")]
    [DataRow("homeowner", "I own", null)]
    [DataRow("homeowner", "depends", "unreadable_homeowner")]
    [DataRow("monthly_bill", "$0 - $50", "low_bill")]
    [DataRow("monthly_bill", "Less than $50", "low_bill")]
    [DataRow("monthly_bill", "less_than_$50", "low_bill")]
    [DataRow("monthly_bill", "50", "low_bill")]
    [DataRow("monthly_bill", "$50 - $100", null)]
    [DataRow("monthly_bill", "$500+", null)]
    [DataRow("monthly_bill", "too much", "unreadable_monthly_bill")]
    [DataRow("roof_shade", "Full Shade", "roof_unsuitable")]
    [DataRow("roof_shade", "Mostly Shaded", "roof_unsuitable")]
    [DataRow("roof_shade", "Full sun", null)]
    [DataRow("property_type", "Townhouse/Condo", "property_unsuitable")]
    [DataRow("property_type", "Single family house", null)]
    [DataRow("roof_type", "Wood Shake Shingles", "roof_unsuitable")]
    [DataRow("roof_type", "Asphalt shingles", null)]
    [DataRow("lead_type", "coreg", "incentivized")]
    [DataRow("ip_address", "somewhere", "unreadable_ip_address")]
    public void Solar(string field, string answer, string? reason) =>
        Assert.AreEqual(reason, Reason("solar", [.. Good, ("trustedform_cert_url", Certificate), (field, answer)]));

    [TestMethod]
    [DataRow(null, null, "no_consent_proof")]
    [DataRow("undefined", null, "no_consent_proof")]
    [DataRow("{{consent_text}}", null, "no_consent_proof")]
    [DataRow("I agree to be called", null, null)]
    [DataRow("undefined", "https://example.com/x", "wrong_certificate")]
    [DataRow("I agree to be called", "https://example.com/x", "wrong_certificate")]
    [DataRow("I agree to be called", "https://cert.trustedform.com/", "wrong_certificate")]
    public void Proof_of_consent_is_a_text_that_somebody_wrote_or_a_certificate(string? text, string? certificate, string? reason) =>
        Assert.AreEqual(reason, Reason("solar", [.. Good, ("consent_text", text), ("trustedform_cert_url", certificate)]));

    [TestMethod]
    [DataRow("https://example.com/x", 18)]
    [DataRow(Certificate, 32.5)]
    public void Only_a_certificate_is_paid_as_one(string certificate, double price)
    {
        var campaign = Load("solar");
        var quote = campaign.PolicyWithoutContract.Explain(Lead(campaign, [.. Good, ("consent_text", "I agree"), ("monthly_bill", "$500+"), ("trustedform_cert_url", certificate)])).Quote;
        Assert.AreEqual((decimal)price, quote.Listed.Amount);
    }

    [TestMethod]
    [DataRow("license_valid", "Suspended", "no_license")]
    [DataRow("license_valid", "Revoked", "no_license")]
    [DataRow("license_valid", "No License", "no_license")]
    [DataRow("license_valid", "no_license", "no_license")]
    [DataRow("license_valid", "no", "no_license")]
    [DataRow("license_valid", "Active", null)]
    [DataRow("license_valid", "It is complicated", "unreadable_license_valid")]
    [DataRow("dui", "1 DUI", "high_risk_driver")]
    [DataRow("dui", "None", null)]
    [DataRow("dui", "not lately", "unreadable_dui")]
    [DataRow("accidents_3y", "a few", "unreadable_accidents_3y")]
    public void Insurance(string field, string answer, string? reason)
    {
        (string, string?)[] car = [("vehicle_year", "2018"), ("vehicle_make", "Toyota"), ("currently_insured", "yes"), ("page_views", "5")];
        Assert.AreEqual(reason, Reason("insurance", [.. Good, .. car, (field, answer)]));
    }

    private static readonly Dictionary<string, Campaign> Campaigns =
        new CampaignCheck(TestLead.ReceivedAt, OperatorPermissions.Default).Run([Path.Combine(SampleFiles.Root, "campaigns")])
            .Select(file => file.Campaign).OfType<Campaign>().ToDictionary(campaign => campaign.Id.ToString());

    private static Campaign Load(string name) => Campaigns[name];

    private static string? Reason(string name, params (string, string?)[] fields)
    {
        var campaign = Load(name);
        return campaign.PolicyWithoutContract.Decide(Lead(campaign, fields)).Primary?.Ground.Reason.ToString();
    }

    private static Lead Lead(Campaign campaign, params (string, string?)[] fields) => TestLead.Of(campaign, fields);
}
