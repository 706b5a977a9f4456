using System.Globalization;
using System.Text;
using CsvHelper;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Samples;

/// <summary>How well the sample campaign's rules about contact and fraud tell people from nobody.</summary>
[TestClass]
public sealed class LabelledContactsTests
{
    private const double LeastOfBad = 0.98;
    private const double MaxOfGood = 0.005;
    private const double LeastOfHeldOutBad = 0.93;
    private const double MaxOfHeldOutGood = 0.03;

    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    private static readonly IReadOnlyList<IDictionary<string, object>> Rows = ReadRows("labelled-contacts.csv");

    private static readonly IReadOnlyList<IDictionary<string, object>> HeldOut = ReadRows("held-out-contacts.csv");

    private static readonly Campaign Solar = LoadSolar();

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Half_of_two_thousand_contacts_are_good() =>
        Assert.AreEqual((1000, 1000), (Rows.Count(row => Text(row, "label") == "good"), Rows.Count(row => Text(row, "label") == "bad")));

    [TestMethod]
    public void Bad_contacts_are_rejected()
    {
        var share = ShareRejected(Rows, "bad", isMiss: reasons => reasons.Length == 0);

        Assert.IsGreaterThanOrEqualTo(LeastOfBad, share);
    }

    [TestMethod]
    public void Good_contacts_are_not()
    {
        var share = ShareRejected(Rows, "good", isMiss: reasons => reasons.Length > 0);

        Assert.IsLessThanOrEqualTo(MaxOfGood, share);
    }

    // Written after the lists and rules, by somebody who had not read them, and not to be tuned to: what to expect of contacts never seen.
    [TestMethod]
    public void Contacts_that_no_list_was_made_with_are_told_apart_nearly_as_well()
    {
        var bad = ShareRejected(HeldOut, "bad", isMiss: reasons => reasons.Length == 0);
        var good = ShareRejected(HeldOut, "good", isMiss: reasons => reasons.Length > 0);

        Assert.IsGreaterThanOrEqualTo(LeastOfHeldOutBad, bad);
        Assert.IsLessThanOrEqualTo(MaxOfHeldOutGood, good);
    }

    // Prints the share and every row that is judged otherwise than it is labelled.
    private double ShareRejected(IReadOnlyList<IDictionary<string, object>> rows, string label, Predicate<string[]> isMiss)
    {
        var judged = rows.Where(row => Text(row, "label") == label).Select(row => (Row: row, Reasons: Reasons(row))).ToArray();
        var share = (double)judged.Count(contact => contact.Reasons.Length > 0) / judged.Length;
        TestContext.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{share:0.0 %} of {judged.Length} {label} contacts rejected"));
        foreach (var (row, reasons) in judged.Where(contact => isMiss(contact.Reasons)))
        {
            TestContext.WriteLine($"{Text(row, "why")}: {string.Join(' ', reasons)} | {string.Join(" | ", row.Take(row.Count - 2).Select(field => field.Value).Where(value => (string)value != ""))}");
        }

        return share;
    }

    // Consent and the like are not asked here.
    private static string[] Reasons(IDictionary<string, object> row)
    {
        var draft = new LeadDraft(Solar.Layout);
        foreach (var (name, value) in row.Where(field => field.Key is not ("label" or "why") && (string)field.Value != ""))
        {
            Assert.AreEqual(AddResult.Added, draft.Add(name, (string)value), name);
        }

        return
        [
            .. Solar.PolicyWithoutContract.Decide(draft.ToLead(Now)).Findings
                .Where(finding => finding.Effect == Effect.Reject && finding.Ground.Category is (Category.Contact or Category.Fraud))
                .Select(finding => finding.Ground.Reason.ToString()),
        ];
    }

    private static string Text(IDictionary<string, object> row, string column) => (string)row[column];

    private static Campaign LoadSolar()
    {
        var json = SampleFiles.ReadJson("campaigns", "solar.json");
        json["vendors"] = new System.Text.Json.Nodes.JsonObject();
        json.Remove("examples");
        var result = CampaignLoader.Load("solar.json", Encoding.UTF8.GetBytes(json.ToJsonString()), VendorDirectory.Empty);
        return result.Value ?? throw new AssertFailedException(string.Join('\n', result.Mistakes));
    }

    private static List<IDictionary<string, object>> ReadRows(string file)
    {
        using var csv = new CsvReader(new StringReader(SampleFiles.Read("samples", file)), CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Select(row => (IDictionary<string, object>)row)];
    }
}
