using System.Text;
using LeadFilter.Cli.Sending;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Tests.Cli.Sending;

[TestClass]
public sealed class LeadLineReaderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);

    [TestMethod]
    [DataRow("""{"_vendor":"acme","a":1}""", """{"a":1}""")]
    [DataRow("""{"a":1,"_vendor":"acme"}""", """{"a":1}""")]
    [DataRow("""{"a":1,"_vendor":"acme","b":2,"_note":{"x":["y"]},"_other":null}""", """{"a":1,"b":2}""")]
    [DataRow("""{"_vendor":"acme"}""", "{}")]
    [DataRow("""{"\u005fvendor":"acme","\u005fsecret":"s","a":1}""", """{"a":1}""")]
    [DataRow("""{"_vendor":"acme","a":{"_b":1}}""", """{"a":{"_b":1}}""")]
    public void Keys_that_begin_with_an_underscore_are_not_sent(string line, string sent) => Assert.AreEqual(sent, Sent(line));

    [TestMethod]
    [DataRow("""1.50e+00""")]
    [DataRow("""123456789012345678901234567890""")]
    [DataRow(""" "\u00e9\/é\ud800" """)]
    [DataRow("""{ "b" : [ 1 , { "c" : null } ] }""")]
    [DataRow("""{"b":1,"b":2}""")]
    [DataRow(""" "{nowhere} {Now} {" """)]
    public void A_value_is_sent_as_it_is_written(string value) =>
        Assert.AreEqual($$"""{"a":{{value.Trim()}}}""", Sent($$"""{"_vendor":"acme","a":{{value.Trim()}}}"""));

    [TestMethod]
    public void Times_are_filled_in_at_any_depth_and_several_in_a_text() =>
        Assert.AreEqual(
            """{"a":"2026-11-22T16:59:15Z","b":{"c":["x 1795366800 1795366801 y",{"d":"2026-11-22T17:00:00Z"}]},"e":7}""",
            Sent("""{"a":"{now-45s}","_vendor":"acme","b":{"c":["x {now:unix} {now+1s:unix} y",{"d":"{now}"}]},"e":7}"""));

    [TestMethod]
    public void A_line_says_who_sends_it_where_and_what_comes_of_it()
    {
        var lead = Read("""{"_vendor":"bright","_campaign":"roof","_expect":"too_old","_group":"g1"}""").Lead!;

        Assert.AreEqual("bright", lead.Vendor.ToString());
        Assert.AreEqual("roof", lead.Campaign.ToString());
        Assert.AreEqual("too_old", lead.Expect);
        Assert.AreEqual("g1", lead.Group);
        Assert.AreEqual(7, lead.Number);
    }

    [TestMethod]
    public void The_default_vendor_sends_lines_that_name_none()
    {
        Assert.IsTrue(VendorId.TryParse("bright", out var bright));

        var lead = new LeadLineReader(bright).Read("""{"a":1}"""u8, 1).Lead!;

        Assert.AreEqual("bright", lead.Vendor.ToString());
    }

    [TestMethod]
    [DataRow("""{"a":1}""", "_vendor")]
    [DataRow("""{"_vendor":5}""", "_vendor")]
    [DataRow("""{"_vendor":"Acme Inc"}""", "_vendor")]
    [DataRow("""{"_vendor":"\ud800"}""", "_vendor")]
    [DataRow("""{"_vendor":"acme","_expect":"Accepted!"}""", "_expect")]
    [DataRow("""{"_vendor":"acme","_expect":true}""", "_expect")]
    [DataRow("""{"_vendor":"acme","_campaign":"a/b"}""", "_campaign")]
    [DataRow("""{"_vendor":"acme","_group":[1]}""", "_group")]
    [DataRow("""{"_vendor":"acme","a":"{now-45x}"}""", "{now-45s:unix}")]
    [DataRow("""{"_vendor":"acme","a":1""", "JSON")]
    [DataRow("""{"_vendor":"acme"} {}""", "JSON")]
    [DataRow("""["acme"]""", "object")]
    [DataRow("""acme""", "JSON")]
    public void A_broken_line_is_named_with_its_number_and_its_fault(string line, string named)
    {
        var problem = Read(line).Message!;

        Assert.StartsWith("line 7: ", problem, StringComparison.Ordinal);
        Assert.Contains(named, problem, StringComparison.Ordinal);
    }

    [TestMethod]
    public void Bytes_that_are_not_UTF_8_are_a_broken_line() =>
        Assert.AreEqual("line 7: not UTF-8; save the file as UTF-8", new LeadLineReader(null).Read([(byte)'{', 0xff, (byte)'}'], 7).Message);

    private static LineReading Read(string line) => new LeadLineReader(null).Read(Encoding.UTF8.GetBytes(line), 7);

    private static string Sent(string line) => Encoding.UTF8.GetString(Read(line).Lead!.Body.At(Now).Span);
}
