using System.Diagnostics;
using System.Text;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Leads;
using LeadFilter.Http.Problems;

namespace LeadFilter.Tests.Http;

/// <summary>Bodies that are cheap to send and would be dear to read, were the time not linear in their length: 64 KB each, a hundred times.</summary>
[TestClass]
public sealed class FloodingTests
{
    private const int Times = 100;

    /// <summary>Reading 6 MB takes some 50 ms. A quadratic step would take minutes.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private static readonly Dictionary<string, Func<LeadDraft, Problem?>> Bodies = new()
    {
        // .NET's old hash of strings, and those of many maps, is the same for all names made of Aa and BB.
        ["names with the same hash as JSON"] = Json("{" + string.Join(',', Colliding(200).Select(name => $"\"{name}\":1")) + "}"),
        ["4,000 names with the same hash as JSON"] = Json("{" + string.Join(',', Colliding(4_000).Select(name => $"\"{name}\":1")) + "}"),
        ["4,000 names with the same hash as a form"] = Form(string.Join('&', Colliding(4_000))),
        ["4,000 attributes with the same hash"] = Xml($"<l {string.Join(' ', Colliding(3_500).Select(name => $"{name}=''"))}/>"),
        ["one name 30,000 times"] = Form(string.Concat(Enumerable.Repeat("&a", 30_000))),
        ["16 levels with 200 leaves"] = Json(string.Concat(Enumerable.Repeat("{\"a\":", 14)) + "{" + string.Join(',', Enumerable.Range(0, 200).Select(at => $"\"b{at}\":\"{new string('x', 200)}\"")) + new string('}', 15)),
        ["an array of 30,000"] = Json("{\"tags\":[" + string.Join(',', Enumerable.Repeat("1", 30_000)) + "]}"),
        ["arrays in arrays"] = Json("{\"tags\":" + new string('[', 32_000) + new string(']', 32_000) + "}"),
        ["objects in objects"] = Json(string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000)),
        ["elements in elements"] = Xml(string.Concat(Enumerable.Repeat("<a>", 9_000)) + string.Concat(Enumerable.Repeat("</a>", 9_000))),
        ["15,000 empty elements"] = Xml($"<l>{string.Concat(Enumerable.Repeat("<a/>", 15_000))}</l>"),
        ["10,000 comments"] = Xml($"<l>{string.Concat(Enumerable.Repeat("<!---->", 9_000))}<email>a@b.c</email></l>"),
        ["10,000 name spaces"] = Xml($"<l {string.Join(' ', Enumerable.Range(0, 3_500).Select(at => $"xmlns:n{at}='{at}'"))}/>"),
        ["a text in 5,000 pieces"] = Xml($"<l><email>{string.Concat(Enumerable.Repeat("<![CDATA[a]]>", 4_500))}</email></l>"),
        ["10,000 character references"] = Xml($"<l><email>{string.Concat(Enumerable.Repeat("&#65;", 12_000))}</email></l>"),
        ["elements of long names in elements"] = Xml($"<l>{string.Concat(Enumerable.Repeat($"<{new string('a', 300)}>", 200))}</l>"),
        ["200 names of 128 parts"] = Json("{" + string.Join(',', Enumerable.Range(0, 200).Select(at => $"\"{string.Concat(Enumerable.Repeat("a.", 126))}{at}\":1")) + "}"),
        ["200 names of brackets"] = Form(string.Join('&', Enumerable.Range(0, 200).Select(at => $"{new string('[', 240)}{at}=1"))),
        ["lists of lists of names and values"] = Json("{" + string.Join(',', Enumerable.Range(0, 190).Select(at => $"\"l{at}\":[{string.Join(',', Enumerable.Repeat("{\"name\":\"a\"}", 20))}]")) + "}"),
        ["a list of 4,000 names and values"] = Json("{\"l\":[" + string.Join(',', Enumerable.Repeat("{\"name\":\"a\",\"value\":1}", 2_300)) + "]}"),
        ["one text 200 times"] = Form(string.Join('&', Enumerable.Range(0, 200).Select(at => $"tags={at}{new string('x', 300)}"))),
        ["boundary lines"] = draft => MultipartLead.Read(Bytes(string.Concat(Enumerable.Repeat("--x1\r\n", 10_000))), new(BodyFormat.Multipart, BodyCharset.Unsaid, "x1"), draft),
        ["a header of parameters"] = draft => MultipartLead.Read(
            Bytes($"--x1\r\nContent-Disposition: form-data{string.Concat(Enumerable.Repeat(";a=\"\\\"", 10_000))}\r\n\r\n\r\n--x1--"), new(BodyFormat.Multipart, BodyCharset.Unsaid, "x1"), draft),
        ["64 KB of semicolons"] = Form("email=" + new string(';', 65_000)),
        ["64 KB of escaped ampersands"] = Form(string.Concat(Enumerable.Repeat("&amp;", 13_000))),
        ["64 KB of backslashes"] = Json($"{{\"email\":\"{new string('\\', 65_000)}\"}}"),
        ["64 KB of escapes"] = Json($"{{\"email\":\"{string.Concat(Enumerable.Repeat("\\u0041", 10_800))}\"}}"),
        ["64 KB of line breaks"] = Json($"{{\"comments\":\"{new string('\n', 65_000)}\"}}"),
        ["64 KB of percent signs"] = Form("email=" + new string('%', 65_000)),
        ["64 KB of white space"] = Json(new string(' ', 65_000) + "{}"),
        ["a number of 64,000 digits"] = Json($"{{\"age\":{new string('9', 64_000)}}}"),
        ["a name of 64,000 characters"] = Json($"{{\"{new string('a', 64_000)}\":1}}"),
    };

    private static IEnumerable<string> Names => Bodies.Keys;

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_flood_is_read_or_refused_in_linear_time(string name)
    {
        var started = Stopwatch.GetTimestamp();
        for (var left = Times; left > 0; left--)
        {
            Assert.IsTrue(Bodies[name](TestLayout.Draft()) is null or { Status: 400 or 413 });
        }

        Assert.IsLessThan(Soon, Stopwatch.GetElapsedTime(started), name);
    }

    private static IEnumerable<string> Colliding(int count) => Enumerable.Range(0, count).Select(number =>
        string.Concat(Enumerable.Range(0, 12).Select(bit => (number >> bit & 1) == 0 ? "Aa" : "BB")));

    private static Func<LeadDraft, Problem?> Json(string body) => draft => JsonLead.Read(Bytes(body), draft);

    private static Func<LeadDraft, Problem?> Form(string body) => draft => FormLead.Read(Bytes(body), draft) ?? LeadBody.Finish(draft);

    private static Func<LeadDraft, Problem?> Xml(string body) => draft => XmlLead.Read(Bytes(body), isUtf8: true, draft);

    private static byte[] Bytes(string body) => Encoding.UTF8.GetBytes(body);
}
