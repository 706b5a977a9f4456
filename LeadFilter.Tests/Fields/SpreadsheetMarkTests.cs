using LeadFilter.Core.Fields.Catalogue;

namespace LeadFilter.Tests.Fields;

/// <summary>What a spreadsheet puts before a value is taken off, for all types alike.</summary>
[TestClass]
public sealed class SpreadsheetMarkTests
{
    private static readonly string[] Marks = ["'", "`", "=", "='", "' ", " '", "\u2018", "\uFF1D", "\uFEFF'", "''"];

    public static IEnumerable<object[]> Values =>
    [
        ["string", "0123"], ["first_name", "Ann"], ["last_name", "O'Brien"], ["full_name", "Ann Lee"], ["email", "ann@example.org"],
        ["phone", "6022349876"], ["street", "12 Elm St"], ["city", "Mesa"], ["state", "AZ"], ["postal_code", "02139"], ["country", "US"],
        ["number", "12"], ["range", "100-150"], ["money", "$12"], ["percentage", "12%"], ["boolean", "yes"], ["gender", "F"],
        ["ssn", "123-45-6780"], ["timestamp", "2026-11-03"], ["date", "11/3/2026"], ["time", "2:05 pm"], ["dob", "12/31/85"],
        ["url", "https://example.com/x"], ["ip", "8.8.8.8"], ["user_agent", "Mozilla/5.0"],
        ["trustedform", "https://cert.trustedform.com/0123456789abcdef0123456789abcdef01234567"],
    ];

    [TestMethod]
    [DynamicData(nameof(Values))]
    public void Mark_before_a_value_is_taken_off(string name, string raw)
    {
        Assert.IsTrue(FieldTypes.TryFind(name, out var type));
        foreach (var mark in Marks)
        {
            Assert.AreEqual(type.Canonical(raw), type.Canonical(mark + raw), mark);
        }

        Assert.AreEqual(type.Canonical(raw), type.Canonical($"=\"{raw}\""));
        Assert.AreEqual(type.Canonical(raw), type.Canonical($"'{raw}'"));
    }

    [TestMethod]
    [DynamicData(nameof(Values))]
    public void Text_as_sent_is_kept_unless_it_is_a_secret(string name, string raw)
    {
        Assert.IsTrue(FieldTypes.TryFind(name, out var type));
        var value = type.Standardize("'" + raw);

        Assert.AreEqual(type.HidesRaw ? type.CanonicalText(in value) : "'" + raw, value.Raw);
    }

    [TestMethod]
    public void Every_type_is_tried() => CollectionAssert.AreEquivalent(
        FieldTypes.All.Select(type => type.Name).ToArray(), Values.Select(value => (string)value[0]).ToArray());

    [TestMethod]
    [DataRow("email", "+ann@example.org", "ann@example.org")]
    [DataRow("email", "-ann@example.org", "ann@example.org")]
    [DataRow("street", "-12 Elm St", "12 Elm St")]
    [DataRow("string", "'E\u00A0 ", "E")]
    [DataRow("first_name", "+Ann", "Ann")]
    [DataRow("number", "-12", "-12")]
    [DataRow("number", "'-12", "-12")]
    [DataRow("string", "- a point of a list", "- a point of a list")]
    [DataRow("string", "+1 for that", "+1 for that")]
    [DataRow("string", "=) nice", "=) nice")]
    [DataRow("phone", "+16022349876", "+16022349876")]
    [DataRow("user_agent", "-", "-")]
    public void Sign_is_taken_off_where_it_has_no_meaning(string name, string raw, string canonical)
    {
        Assert.IsTrue(FieldTypes.TryFind(name, out var type));
        Assert.AreEqual(canonical, type.Canonical(raw));
    }

    [TestMethod]
    [DataRow("last_name", "'t Hooft", "'t Hooft")]
    [DataRow("city", "'s-Hertogenbosch", "'s-Hertogenbosch")]
    [DataRow("string", "'Quoted' word", "'Quoted' word")]
    [DataRow("string", "'", "'")]
    [DataRow("string", "'\u200B", "'")]
    public void Apostrophe_that_belongs_to_the_text_stays(string name, string raw, string canonical)
    {
        Assert.IsTrue(FieldTypes.TryFind(name, out var type));
        Assert.AreEqual(canonical, type.Canonical(raw));
    }
}
