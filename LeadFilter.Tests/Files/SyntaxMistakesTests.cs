using System.Text;
using LeadFilter.Core.Files;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Files;

/// <summary>Files that are no JSON object, and the liberties that people may take.</summary>
[TestClass]
public sealed class SyntaxMistakesTests
{
    private const string Straight = "Write straight double quotes: \"…\".";
    private const string NotClosed = "Write '}' where it ends.";

    [TestMethod]
    [DataRow("{\n\"a\": {\n", "2:6 $.a: the '{' that begins here is not closed. " + NotClosed)]
    [DataRow("{\n\"a\": {},\n", "1:1 $: the '{' that begins here is not closed. " + NotClosed)]
    [DataRow("{\n\"a\": [1, 2\n", "2:6 $.a: the '[' that begins here is not closed. Write ']' where it ends.")]
    [DataRow("{\n  \"a\": {\n    \"b\": 1\n}\n", "2:8 $: the '{' that begins here is not closed. " + NotClosed)]
    [DataRow("{\n  \"a\": [ { \"b\": 1 ]\n}\n", "2:19 $.a[0]: this ']' does not close the '{' of line 2. Write '}' before it.")]
    [DataRow("{\n  \"a\": [\n    { \"b\": 1,\n    { \"c\": 2 } ]\n}\n", "4:5 $.a[0]: this '{' has no key. Write \"KEY\": before it, or close the '{' of line 3 first.")]
    [DataRow("{ \"a\": \"x }\n}", "1:8 $: the text that begins here is not closed. Write \" at its end; a line break within a text is \\n.")]
    [DataRow("{ \"a\": \"x }", "1:8 $: the text that begins here is not closed. Write \" at its end; a line break within a text is \\n.")]
    [DataRow("{ \"a\": 1 /* open", "1:10 $: the comment that begins here is not closed. Write */ at its end.")]
    public void What_is_left_open_is_named_where_it_begins(string json, string mistake) => Assert.AreEqual(mistake, CampaignText.Mistakes(json));

    [TestMethod]
    [DataRow("{ 'a': 1 }", "1:3 $: ' is not a quote that JSON knows. " + Straight)]
    [DataRow("{ “a”: 1 }", "1:3 $: “ is not a quote that JSON knows. " + Straight)]
    [DataRow("{ \"a\": ‘x’ }", "1:8 $: ‘ is not a quote that JSON knows. " + Straight)]
    [DataRow("{ \"a\": „x“ }", "1:8 $: „ is not a quote that JSON knows. " + Straight)]
    [DataRow("{ \"a\": «x» }", "1:8 $: « is not a quote that JSON knows. " + Straight)]
    [DataRow("{ a: 1 }", "1:3 $: this key stands without quotes. Write \"a\".")]
    [DataRow("{ \"a\": yes }", "1:8 $: 'yes' is not a word of JSON. Write true, or text in double quotes.")]
    [DataRow("{ \"a\": False }", "1:8 $: 'False' is not a word of JSON. Write false, or text in double quotes.")]
    [DataRow("{ \"a\": enforced }", "1:8 $: this text stands without quotes. Write \"enforced\".")]
    [DataRow("{ \"a\": nothing }", "1:8 $: this text stands without quotes. Write \"nothing\".")]
    [DataRow("{ \"a\": $28 }", "1:8 $: this is no value. Write a number, true, false, or text in double quotes.")]
    public void Text_and_its_quotes(string json, string mistake) => Assert.AreEqual(mistake, CampaignText.Mistakes(json));

    [TestMethod]
    [DataRow("// nothing\n", "2:1 $: this is not JSON: The input does not contain any JSON tokens. Expected the input to start with a valid JSON token. Fix the syntax at this place or just before it.")]
    [DataRow("{\n  \"a\": { \"b\": 1\n  \"c\": 2 }\n}", "3:3 $.a: there is no comma before this. Write ',' after the value before it.")]
    [DataRow("{ \"a\": [1 2] }", "1:11 $.a: there is no comma before this. Write ',' after the value before it.")]
    [DataRow("{ \"a\": 1,, }", "1:10 $: there is a comma too many. Remove it.")]
    [DataRow("{ \"a\": [,] }", "1:9 $.a: there is a comma too many. Remove it.")]
    [DataRow("{ \"a\" = 1 }", "1:7 $: there is no ':' between the key and its value. Write \"KEY\": VALUE.")]
    [DataRow("{ \"a\" => 1 }", "1:7 $: there is no ':' between the key and its value. Write \"KEY\": VALUE.")]
    [DataRow("{\r\n\"a\": 1,\r\n\"b\" 2\r\n}", "3:5 $: there is no ':' between the key and its value. Write \"KEY\": VALUE.")]
    [DataRow("{ \"a\": }", "1:8 $: there is no value before this. Write one, or remove the key.")]
    [DataRow("{ \"a\": 1 } }", "1:12 $: this '}' closes nothing. Remove it, or write the bracket that it closes.")]
    [DataRow("{ \"a\": 1 } { }", "1:12 $: the object ends before this. Put everything into one object { … }.")]
    [DataRow("{ \"a\": 01 }", "1:8 $: this number begins with 0. Write it without leading zeros, or in quotes if it is a code such as a ZIP code.")]
    [DataRow("{ \"a\": .5 }", "1:8 $: a number begins with a digit or '-'. Write it like 0.5.")]
    [DataRow("{ \"a\": 1, # one\n }", "1:11 $: this is no comment. Begin comments with //.")]
    [DataRow("{ \"a\": \"x\ty\" }", "1:10 $: a tab or another control character stands within a text. Write a blank, or \\t for a tab.")]
    [DataRow("{ \"a\": \"\\d\" }", "1:10 $: a backslash begins an escape such as \\n, and this is none. Write \\\\ for a backslash, as in \"\\\\d\".")]
    public void Broken_syntax_is_said_with_its_place_and_what_to_write(string json, string mistake) =>
        Assert.AreEqual(mistake, CampaignText.Mistakes(json));

    [TestMethod]
    [DataRow("", "1:1 $: the file is empty. Put one object { … } into it.")]
    [DataRow(" \n ", "1:1 $: the file is empty. Put one object { … } into it.")]
    [DataRow("[]", "1:1 $: the file holds an array. Put one object { … } into it.")]
    [DataRow("\n 5", "2:2 $: the file holds a number. Put one object { … } into it.")]
    [DataRow("null", "1:1 $: the file holds null. Put one object { … } into it.")]
    public void A_file_holds_one_object(string json, string mistake) => Assert.AreEqual(mistake, CampaignText.Mistakes(json));

    [TestMethod]
    [DataRow("{ \"a\": { \"b\": \"\\ud800\" } }", "1:15 $.a.b: this text is not valid UTF-8. Save the file as UTF-8, and write no unpaired surrogate.")]
    [DataRow("{ \"a\": { \"\\udc00\": 1 } }", "1:10 $.a: this text is not valid UTF-8. Save the file as UTF-8, and write no unpaired surrogate.")]
    public void A_lone_surrogate_is_refused(string json, string mistake) => Assert.AreEqual(mistake, CampaignText.Mistakes(json));

    [TestMethod]
    public void A_file_in_Latin_1_is_refused_at_its_first_foreign_letter() => Assert.AreEqual(
        "2:7 $.b: this text is not valid UTF-8. Save the file as UTF-8, and write no unpaired surrogate.",
        CampaignText.Mistakes(Encoding.Latin1.GetBytes("{ \"a\": 1,\n \"b\": \"Café\" }")));

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_file_in_UTF_16_is_told_so(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);
        Assert.AreEqual("1:1 $: this file is UTF-16. Save it as UTF-8.", CampaignText.Mistakes([.. encoding.Preamble, .. encoding.GetBytes("{}")]));
    }

    [TestMethod]
    public void Nesting_ends_at_64()
    {
        Assert.AreEqual(
            "1:321 $" + string.Concat(Enumerable.Repeat(".a", 63)) + ": this is not JSON: The maximum configured depth of 64 has been exceeded. Cannot read next JSON object. Fix the syntax at this place or just before it.",
            CampaignText.Mistakes(Nested(65)));
        Assert.StartsWith("1:1 $: 'campaign' is missing", CampaignText.Mistakes(Nested(64)), StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_hundred_thousand_levels_are_refused_as_well() => Assert.Contains("depth of 64", CampaignText.Mistakes(new string('[', 100_000)), StringComparison.Ordinal);

    [TestMethod]
    public void Comments_and_trailing_commas_are_allowed() =>
        Assert.AreEqual("", CampaignText.Mistakes("// head\n" + CampaignText.With("rules", "[ /* none */ ]").Replace("\"v1\",", "\"v1\", // the first\n", StringComparison.Ordinal) + "// tail"));

    [TestMethod]
    public void A_byte_order_mark_is_skipped_and_counts_in_no_column()
    {
        Assert.AreEqual("", CampaignText.Mistakes([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(CampaignText.With())]));
        Assert.StartsWith("1:3 $: this key stands without quotes", CampaignText.Mistakes([.. Encoding.UTF8.Preamble, .. "{ x }"u8]), StringComparison.Ordinal);
    }

    [TestMethod]
    public void Lines_that_end_in_CR_LF_are_counted_alike() =>
        Assert.AreEqual(
            CampaignText.Mistakes(CampaignText.With(("version", "5"), ("rules", "[ 5 ]"))),
            CampaignText.Mistakes(CampaignText.With(("version", "5"), ("rules", "[ 5 ]")).Replace("\n", "\r\n", StringComparison.Ordinal)));

    [TestMethod]
    public void Columns_are_counted_in_bytes() =>
        Assert.StartsWith("5:19 $.fields['é']: 'é' is not a valid field name", CampaignText.Mistakes(CampaignText.With("fields", "{ \"é\": \"string\" }")), StringComparison.Ordinal);

    [TestMethod]
    public void A_key_that_stands_twice_is_refused_at_the_second() => Assert.AreEqual(
        "3:12 $.version: 'version' stands here twice. Keep one of the two.",
        CampaignText.Mistakes(CampaignText.WithKey("\"version\": \"v0\",")));

    [TestMethod]
    public void All_mistakes_are_told_at_once_in_the_order_of_the_file()
    {
        var lines = CampaignText.Mistakes(CampaignText.With(
            ("campaign", "1"), ("version", "2"), ("timeZone", "3"), ("fields", "4"), ("aliases", "5"), ("rules", "6"),
            ("duplicates", "7"), ("prices", "8"), ("delivery", "9"), ("vendors", "10"))).Split('\n');
        CollectionAssert.AreEqual(Enumerable.Range(2, 10).Select(line => $"{line}").ToArray(), lines.Select(line => line[..line.IndexOf(':')]).ToArray());
    }

    [TestMethod]
    public void A_carriage_return_in_a_comment_begins_no_line() =>
        Assert.StartsWith("1:6 ", CampaignText.Mistakes("// a\rb\rc\n{ \"campaign\": oops }"), StringComparison.Ordinal);

    [TestMethod]
    public void A_message_stays_one_line_of_moderate_length()
    {
        var json = CampaignText.With("version", "1").Insert(2, $"\"{new string('k', 100_000)}\\n\\u0085\\u2028\": 1,");
        var mistake = CampaignText.Mistakes(json).Split('\n')[0];
        Assert.IsLessThan(1000, mistake.Length, mistake);
        Assert.AreEqual(2, CampaignText.Mistakes(json).ReplaceLineEndings("\n").Split('\n').Length);
    }

    [TestMethod]
    [Timeout(20_000)]
    public void A_megabyte_of_keys_is_read_in_linear_time()
    {
        var json = "{" + string.Join(',', Enumerable.Range(0, 100_000).Select(at => $"\"k{at}\":1")) + "}";
        var mistakes = new MistakeList("f");
        Assert.AreEqual(100_000, FileParser.Parse(Encoding.UTF8.GetBytes(json), mistakes)!.Members.Count);
        Assert.AreEqual(0, mistakes.Count);
    }

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("{\"a\":", depth - 1)) + "{}" + new string('}', depth - 1);
}
