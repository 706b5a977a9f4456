using System.Text.Json.Nodes;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Samples;

[TestClass]
public sealed class SampleLeadsTests
{
    private static readonly IReadOnlyList<SampleLead> Leads = SampleLead.ReadAll();

    private static readonly IReadOnlyList<string> EnforcedReasons =
    [
        .. SampleFiles.ReadJson("campaigns", "solar.json")["rules"]!.AsArray()
            .Where(rule => rule!["mode"] is null)
            .Select(rule => rule!["reason"]!.GetValue<string>()),
    ];

    private static IEnumerable<string> Reasons => EnforcedReasons.Distinct();

    [TestMethod]
    public void There_are_at_least_a_thousand_leads() => Assert.IsGreaterThanOrEqualTo(1000, Leads.Count);

    [TestMethod]
    public void About_half_of_the_leads_are_accepted()
    {
        var share = (double)Leads.Count(lead => lead.IsAccepted) / Leads.Count;

        Assert.IsInRange(0.45, 0.55, share);
    }

    [TestMethod]
    public void Every_expectation_is_one_that_the_campaign_can_meet()
    {
        var unknown = Leads.Select(lead => lead.Expect).Except([.. Reasons, "accept", "duplicate", "unreadable_homeowner"]);

        Assert.AreEqual("", string.Join(", ", unknown));
    }

    [TestMethod]
    [DynamicData(nameof(ReasonRows))]
    public void Every_reason_occurs_at_least_five_times(string reason) =>
        Assert.IsGreaterThanOrEqualTo(5, Leads.Count(lead => lead.Expect == reason));

    public static IEnumerable<object[]> ReasonRows() => Reasons.Append("duplicate").Select(reason => new object[] { reason });

    [TestMethod]
    public void Every_vendor_has_a_contract()
    {
        var contracts = SampleFiles.ReadJson("campaigns", "solar.json")["vendors"]!.AsObject().Select(contract => contract.Key).Order();

        CollectionAssert.AreEqual(contracts.ToArray(), Leads.Select(lead => lead.Vendor).Distinct().Order().ToArray());
    }

    [TestMethod]
    public void Text_comes_in_mixed_case()
    {
        var names = Leads.Select(lead => lead.Field("last_name").Trim()).ToHashSet();

        Assert.IsTrue(names.IsSupersetOf(["Smith", "SMITH", "smith"]));
    }

    [TestMethod]
    public void Names_of_fields_come_in_mixed_case() =>
        Assert.IsTrue(Leads.SelectMany(lead => lead.SentNames).ToHashSet().IsSupersetOf(["first_name", "FIRST_NAME", "firstName", "contact.first_name"]));

    [TestMethod]
    public void Values_have_stray_spaces() =>
        Assert.IsGreaterThan(100, Leads.Count(lead => lead.Fields.Values.Any(value => value != value.Trim())));

    [TestMethod]
    public void Accepted_phone_numbers_come_in_a_dozen_formats()
    {
        var formats = Leads.Where(lead => lead.IsAccepted)
            .Select(lead => string.Concat(lead.Field("phone_1").Select(c => char.IsAsciiDigit(c) ? '9' : c)))
            .Distinct();

        Assert.IsGreaterThanOrEqualTo(12, formats.Count());
    }

    [TestMethod]
    public void Numbers_come_as_json_numbers_and_as_text()
    {
        var kinds = Leads.Select(lead => JsonNode.Parse(lead.Sent)!["monthly_bill"]).OfType<JsonValue>().Select(bill => bill.GetValueKind()).Distinct();

        Assert.HasCount(2, kinds.ToArray());
    }

    [TestMethod]
    [DataRow("fake_phone")]
    [DataRow("invalid_phone")]
    [DataRow("invalid_email")]
    [DataRow("mistyped_email")]
    [DataRow("disposable_email")]
    [DataRow("too_old")]
    [DataRow("no_consent")]
    [DataRow("state_not_served")]
    [DataRow("bot")]
    public void Bad_leads_of_a_kind_are_not_all_alike(string reason)
    {
        string[] fields = ["phone_1", "email", "created_at", "tcpa_consent", "state", "user_agent"];
        var kinds = Leads.Where(lead => lead.Expect == reason).SelectMany(lead => fields.Select(field => (field, lead.Field(field))))
            .GroupBy(value => value.field).Max(values => values.Distinct().Count());

        Assert.IsGreaterThanOrEqualTo(5, kinds);
    }

    [TestMethod]
    public void Consent_is_sometimes_missing_altogether() =>
        Assert.IsTrue(Leads.Any(lead => lead.Expect == "no_consent" && !lead.Fields.ContainsKey("tcpa_consent")));

    [TestMethod]
    public void A_resend_is_the_same_lead_of_the_same_vendor_with_the_same_answer()
    {
        var resends = Leads.Where(lead => lead.Note?.StartsWith("resend", StringComparison.Ordinal) == true).GroupBy(lead => lead.Group).ToArray();

        Assert.IsGreaterThanOrEqualTo(20, resends.Length);
        foreach (var resend in resends)
        {
            Assert.AreEqual(2, resend.Count(), resend.Key);
            Assert.HasCount(1, resend.Select(lead => (lead.Vendor, lead.Sent, lead.Expect)).Distinct().ToArray(), resend.Key);
        }
    }

    [TestMethod]
    public void Of_the_same_person_from_two_vendors_the_second_is_a_duplicate()
    {
        var pairs = Leads.Where(lead => lead.Note == "same person from two vendors").GroupBy(lead => lead.Group).ToArray();

        Assert.IsGreaterThanOrEqualTo(20, pairs.Length);
        foreach (var pair in pairs)
        {
            CollectionAssert.AreEqual((string[])["accept", "duplicate"], pair.Select(lead => lead.Expect).ToArray(), pair.Key);
            Assert.HasCount(2, pair.Select(lead => lead.Vendor).Distinct().ToArray(), pair.Key);
        }
    }

    [TestMethod]
    [DataRow("email")]
    [DataRow("phone_1")]
    public void No_two_accepted_leads_share_an_identity_except_resends(string field)
    {
        var identities = Leads.Where(lead => lead.IsAccepted && lead.Field(field).Trim().Length > 0)
            .DistinctBy(lead => (lead.Vendor, lead.Sent))
            .Select(lead => Identity(field, lead.Field(field)))
            .ToArray();

        CollectionAssert.AllItemsAreUnique(identities);
    }

    [TestMethod]
    public void A_lead_that_the_contract_waives_is_accepted()
    {
        var waived = Leads.Where(lead => lead.Note?.StartsWith("waived", StringComparison.Ordinal) == true).ToArray();

        Assert.IsGreaterThanOrEqualTo(10, waived.Length);
        Assert.IsTrue(waived.All(lead => lead is { Vendor: "bright", IsAccepted: true }));
    }

    // The strictest that a mail service does: no case, no dots, no tag. A number's last ten digits, without its extension.
    private static string Identity(string field, string value) => field == "email"
        ? value.Trim().ToUpperInvariant().Replace(".", "", StringComparison.Ordinal)
        : string.Concat(value.Split('x')[0].Where(char.IsAsciiDigit))[^10..];
}
