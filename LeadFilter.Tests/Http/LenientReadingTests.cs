using System.Text;

namespace LeadFilter.Tests.Http;

/// <summary>What stands in fields that no campaign knows does not cost a lead.</summary>
[TestClass]
public sealed class LenientReadingTests
{
    private const string Nul = "\0";

    private static readonly string LongName = new('n', 257);

    [TestMethod]
    [DataRow("""{"email":"x","vehicles":[{"make":"Ford"},{"make":"Kia"}]}""", "vehicles", DisplayName = "a list of objects")]
    [DataRow("""{"x":[[1],[]],"email":"x"}""", "x", DisplayName = "a list of lists")]
    [DataRow("""{"a":{"b":[{"c":{}}]},"email":"x"}""", "a.b", DisplayName = "a list of objects, nested")]
    [DataRow("""{"chat":"hi\u0000","email":"x"}""", "chat", DisplayName = "an escaped NUL")]
    [DataRow("{\"chat\":\"hi" + Nul + "\",\"email\":\"x\"}", "chat", DisplayName = "a raw NUL")]
    [DataRow("""{"chat":"hi\ud83d","email":"x"}""", "chat", DisplayName = "half an emoji")]
    [DataRow("""{"chat":["hi\ud83d"],"email":"x"}""", "chat", DisplayName = "half an emoji in a list")]
    [DataRow("""{"ch\ud83dat":{"a":[1,{}]},"email":"x"}""", "ch\\ud83dat", DisplayName = "half an emoji in a name")]
    [DataRow("""{"ch\u0000at":1,"email":"x"}""", "ch\uFFFDat", DisplayName = "a NUL in a name")]
    [DataRow("{\"chat\":\"a\nb\",\"v\":[{}],\"email\":\"x\"}", "chat|v", DisplayName = "beside a raw line break")]
    [DataRow("{\"v\":[{}],\"w\":[\"\\ud800\"],\"chat\":\"a\nb\",\"email\":\"x\"}", "v|w|chat", DisplayName = "before a raw line break")]
    public Task Json(string body, string ignored) => Ignores(TestRequest.Json, body, ignored);

    [TestMethod]
    [DataRow("email=x&chat=%00", "chat", DisplayName = "NUL")]
    [DataRow("email=x&chat=%ff", "chat", DisplayName = "not UTF-8")]
    [DataRow("ch%ffat=1&email=x", "ch\uFFFDat", DisplayName = "a name that is not UTF-8")]
    [DataRow("ch%00at=1&email=x", "ch\uFFFDat", DisplayName = "NUL in a name")]
    public Task Forms(string body, string ignored) => Ignores(TestRequest.Form, body, ignored);

    [TestMethod]
    [DataRow("<lead><email>x</email><note>call <b>now</b> please</note></lead>", "note|note.b", DisplayName = "text beside elements")]
    [DataRow("<lead><note><b>now</b> please</note><email>x</email></lead>", "note.b|note", DisplayName = "text behind an element")]
    public Task Xml(string body, string ignored) => Ignores(TestRequest.Xml, body, ignored);

    [TestMethod]
    public async Task Bytes_that_are_not_UTF_8_in_a_field_that_is_not_known_do_not_cost_the_lead()
    {
        var (problem, draft) = await TestRequest.Post(TestRequest.Json, Encoding.Latin1.GetBytes("{\"chat\":\"Zo\u00eb\",\"email\":\"x\"}")).ReadAsync();
        Assert.IsNull(problem);
        Assert.AreEqual("email=x", draft.Text());
    }

    [TestMethod]
    public async Task A_name_of_257_characters_is_ignored()
    {
        var told = LongName[..99] + "…";
        await Ignores(TestRequest.Json, $$"""{"{{LongName}}":1,"email":"x"}""", told);
        await Ignores(TestRequest.Json, $$$"""{"{{{LongName}}}":{"a":[{}]},"email":"x"}""", told);
        await Ignores(TestRequest.Form, $"{LongName}=1&email=x", told);
        await Ignores(TestRequest.Xml, $"<l><{LongName}><a/></{LongName}><email>x</email></l>", told);
    }

    [TestMethod]
    public async Task What_is_nested_deeper_than_16_levels_is_ignored()
    {
        var name = string.Join('.', Enumerable.Repeat("x", 16));
        await Ignores(TestRequest.Json, string.Concat(Enumerable.Repeat("{\"x\":", 16)) + "{\"y\":1}" + new string('}', 15) + ",\"email\":\"x\"}", name);
        await Ignores(TestRequest.Xml, $"<l>{string.Concat(Enumerable.Repeat("<x>", 16))}{string.Concat(Enumerable.Repeat("</x>", 16))}<email>x</email></l>", name);
    }

    [TestMethod]
    public async Task What_is_nested_a_thousand_deep_is_ignored() => await Ignores(
        TestRequest.Json, "{\"x\":" + new string('[', 1000) + new string(']', 1000) + ",\"email\":\"x\"}", "x");

    [TestMethod]
    public async Task At_most_50_names_are_told()
    {
        var (problem, draft) = await TestRequest.ReadAsync(TestRequest.Form, "email=x&" + string.Join('&', Enumerable.Range(0, 120).Select(at => $"f{at}=1")));
        Assert.IsNull(problem);
        Assert.HasCount(50, draft.Ignored);
        Assert.AreEqual("f0", draft.Ignored[0]);
    }

    [TestMethod]
    public async Task Names_are_told_once_and_without_characters_that_cannot_be_seen()
    {
        var (_, draft) = await TestRequest.ReadAsync(TestRequest.Json, """{"email":"x","a\u001b[31m":1,"b":1,"b":2,"\u202ec":1,"\ud83d\ude00":1}""");
        Assert.AreEqual("a\uFFFD[31m|b|\uFFFDc|😀", string.Join('|', draft.Ignored));
    }

    private static async Task Ignores(string contentType, string body, string ignored)
    {
        var (problem, draft) = await TestRequest.ReadAsync(contentType, body);
        Assert.IsNull(problem, problem?.Detail);
        Assert.AreEqual("email=x", draft.Text());
        Assert.AreEqual(ignored, string.Join('|', draft.Ignored));
    }
}
