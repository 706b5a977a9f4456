using System.Text;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Files;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Conditions;

/// <summary>Values in files of their own.</summary>
[TestClass]
public sealed class ListTests
{
    [TestMethod]
    [DataRow("94107", true)]
    [DataRow("94107-1234", false)]
    [DataRow("73301", true)]
    [DataRow("10001", false)]
    public void A_value_is_looked_up_in_a_file(string zip, bool rejected)
    {
        var campaign = Loaded("postal_code", "# where we sell\r\n94107\r\n\r\n  73301  \n");
        Assert.AreEqual(rejected, !TestLead.Decide(campaign, ("postal_code", zip)).IsAccepted);
    }

    [TestMethod]
    [DataRow("state", "California\ntx", "TEXAS")]
    [DataRow("phone_1", "(415) 555-2671\n+44 20 7946 0018", "020 7946 0018 x1", "+442079460018")]
    [DataRow("email", "Ann@Example.com", "ann@EXAMPLE.COM")]
    [DataRow("page_views", "1,000\n7", "1000.0")]
    [DataRow("city", "São Paulo\nReno", "SÃO  PAULO")]
    [DataRow("created_at.weekday", "Sat\nsunday", "2026-01-03 12:00 EST")]
    public void Values_are_read_as_the_field_is(string field, string list, params string[] raws)
    {
        var campaign = Loaded(field, list);
        Assert.IsFalse(TestLead.Decide(campaign, (field.Split('.')[0], raws[^1])).IsAccepted);
    }

    [TestMethod]
    public void A_byte_order_mark_is_no_part_of_the_first_value() =>
        Assert.IsFalse(TestLead.Decide(Loaded("city", "\uFEFFReno\nAustin"), ("city", "reno")).IsAccepted);

    [TestMethod]
    public void Large_lists_find_every_value_and_no_other()
    {
        var values = Enumerable.Range(0, 20_000).Select(at => at % 5 == 0 ? $"Stadt-Ü-{at}" : $"Town-{at}").ToList();
        var set = ValueSet.OfTexts(values);
        Assert.AreEqual(20_000, set.Count);
        Assert.IsTrue(values.TrueForAll(value => set.Contains(value) && set.Contains(value.ToUpperInvariant()) && set.Contains(value.ToLowerInvariant())));
        Assert.IsFalse(values.Exists(value => set.Contains(value + "0000") || set.Contains(value.AsSpan(1)) || set.Contains(value + "\n")));
        Assert.IsFalse(set.Contains(""));
    }

    [TestMethod]
    public void A_value_of_any_length_is_found()
    {
        string[] values = [.. Enumerable.Range(1, 40).Select(at => new string('x', at * at))];
        var set = ValueSet.OfTexts(values);
        Assert.IsTrue(Array.TrueForAll(values, value => set.Contains(value)));
        Assert.IsFalse(set.Contains(new string('x', 3)));
    }

    [TestMethod]
    public void A_look_up_allocates_nothing()
    {
        var set = ValueSet.OfTexts(Enumerable.Range(0, 1000).Select(at => at % 7 == 0 ? $"é{at}" : $"v{at}"));
        Assert.IsTrue(set.Contains("É7") & set.Contains("V8"));
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = set.Contains("É7") & set.Contains("V8") & set.Contains("none");
        Assert.AreEqual(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [TestMethod]
    public void A_list_that_nothing_uses_is_warned_of_and_its_values_are_not_read()
    {
        var result = CampaignLoader.Load("loans.json", Encoding.UTF8.GetBytes(CampaignText.With("lists", """{ "zips": "lists/zips.txt" }""")), TestCampaign.Vendors, _ => "no field has this type\n"u8.ToArray());
        Assert.IsNotNull(result.Value);
        Assert.AreEqual("""loans.json:13:20 $.lists.zips: nothing uses the list 'zips'. Use it by "op": "in", "list": "zips", or remove it.""", string.Join('\n', result.Warnings));
    }

    [TestMethod]
    public void Mistakes_name_the_lists_file_and_line() => Assert.AreEqual(
        "campaigns/lists/zips.txt:2:1 zips: this is not a valid postal_code (not a postal code). Correct the line, or make it a comment with # at its start.",
        Mistakes("94107\nsomewhere\n"));

    [TestMethod]
    public void Of_many_mistakes_the_first_twenty_are_named()
    {
        var mistakes = Mistakes(string.Join('\n', Enumerable.Repeat("nowhere", 30))).Split('\n');
        Assert.HasCount(21, mistakes);
        Assert.AreEqual("campaigns/lists/zips.txt:21:1 zips: 10 lines from here on are not a valid postal_code. Correct them too.", mistakes[^1]);
    }

    [TestMethod]
    public void An_empty_list_is_a_mistake() => Assert.AreEqual(
        "campaigns/lists/zips.txt:1:1 zips: the list is empty. Write at least one value, one a line; lines that begin with # are comments.",
        Mistakes("# nothing yet\n\n"));

    [TestMethod]
    public void A_list_in_another_encoding_is_a_mistake() => Assert.AreEqual(
        "campaigns/lists/zips.txt:2:1 zips: this is not valid UTF-8. Save the file as UTF-8.",
        string.Join('\n', Load("postal_code", [.. "94107\n"u8, 0xFF, 0xFE]).Mistakes));

    [TestMethod]
    public void A_list_without_a_file_is_a_mistake() => Assert.AreEqual(
        "campaigns/loans.json:13:20 $.lists.zips: the list's file 'lists/zips.txt' is not there or cannot be read. Put it below the campaign's folder, and let the filter read it.",
        string.Join('\n', Load("postal_code", null).Mistakes));

    private static string Mistakes(string list) => string.Join('\n', Load("postal_code", Encoding.UTF8.GetBytes(list)).Mistakes);

    private static Campaign Loaded(string field, string list)
    {
        var result = Load(field, Encoding.UTF8.GetBytes(list));
        Assert.AreEqual("", string.Join('\n', result.Mistakes));
        return result.Value!;
    }

    private static LoadResult<Campaign> Load(string field, byte[]? list) => CampaignLoader.Load(
        "campaigns/loans.json",
        Encoding.UTF8.GetBytes(CampaignText.With(
            ("lists", """{ "zips": "lists/zips.txt" }"""),
            ("rules", CampaignText.RuleWith($$"""{ "field": "{{field}}", "op": "in", "list": "zips" }""")))),
        TestCampaign.Vendors,
        path => path == "lists/zips.txt" && list is not null ? (ReadOnlyMemory<byte>?)list : null);
}
