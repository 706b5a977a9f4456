using CsvHelper;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Samples;

[TestClass]
public sealed class SampleCsvTests
{
    private static readonly IReadOnlyList<IDictionary<string, object>> Rows = ReadRows();

    [TestMethod]
    public void There_are_sixty_one_leads() => Assert.HasCount(61, Rows);

    [TestMethod]
    public void Every_lead_says_its_vendor_and_what_must_become_of_it() =>
        Assert.IsTrue(Rows.All(row => (string)row["_vendor"] is "acme" or "bright" && ((string)row["_expect"]).Length > 0));

    [TestMethod]
    public void Every_reason_of_the_campaign_occurs()
    {
        var reasons = SampleFiles.ReadJson("campaigns", "solar.json")["rules"]!.AsArray()
            .Where(rule => rule!["mode"] is null)
            .Select(rule => rule!["reason"]!.GetValue<string>());

        Assert.AreEqual("", string.Join(", ", reasons.Except(Rows.Select(row => (string)row["_expect"]))));
    }

    [TestMethod]
    public void No_accepted_lead_is_in_the_other_file_too()
    {
        var known = SampleLead.ReadAll().Select(lead => lead.Field("email").Trim().ToUpperInvariant()).Where(email => email.Length > 0).ToHashSet();
        var twice = Rows.Where(row => (string)row["_expect"] == "accept").Select(row => ((string)row["email"]).Trim().ToUpperInvariant()).Where(known.Contains);

        Assert.AreEqual("", string.Join(", ", twice));
    }

    private static List<IDictionary<string, object>> ReadRows()
    {
        using var csv = new CsvReader(new StringReader(SampleFiles.Read("samples", "leads.csv")), System.Globalization.CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<dynamic>().Select(row => (IDictionary<string, object>)row)];
    }
}
