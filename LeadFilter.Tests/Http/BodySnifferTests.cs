using System.Text;

namespace LeadFilter.Tests.Http;

/// <summary>Bodies that are not what their Content-Type says, or that have none.</summary>
[TestClass]
public sealed class BodySnifferTests
{
    private static readonly string[] Types =
        ["application/json", "application/x-www-form-urlencoded", "application/xml", "text/plain", "text/plain;charset=UTF-8", ""];

    [TestMethod]
    [DataRow("""{"email":"x"}""")]
    [DataRow("\uFEFF\r\n {\"email\":\"x\"}")]
    [DataRow("""[{"email":"x"}]""")]
    [DataRow("email=x")]
    [DataRow("\r\nemail=x&utm=1")]
    [DataRow("?E-Mail=x")]
    [DataRow("<lead><email>x</email></lead>")]
    [DataRow("\n<?xml version='1.0'?><lead><email>x</email></lead>")]
    public async Task A_body_is_read_as_what_it_is(string body)
    {
        foreach (var type in Types)
        {
            Assert.AreEqual("email=x", await TestRequest.FieldsAsync(type, body), type);
        }
    }

    [TestMethod]
    [DataRow("text/plain", "SECRET", 415)]
    [DataRow("text/plain", "hello, SECRET = x", 415)]
    [DataRow("", "SECRET", 415)]
    [DataRow("application/json", "SECRET", 400)]
    [DataRow("application/xml", "SECRET", 400)]
    public async Task What_is_none_of_them_is_refused(string type, string body, int status)
    {
        var (problem, _) = await TestRequest.ReadAsync(type, body);
        Assert.AreEqual(status, problem?.Status);
        Assert.DoesNotContain("SECRET", problem!.Detail, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("application/json; charset=us-ascii", """{"first_name":"Ann"}""", "first_name=Ann")]
    [DataRow("application/json; charset=iso-8859-1", """{"first_name":"Zoë"}""", "first_name=Zoë")]
    [DataRow("application/x-www-form-urlencoded; charset=ISO-8859-1", "first_name=Zo%EB&address.city=Z\u00fcrich", "address.city=Zürich\nfirst_name=Zoë")]
    [DataRow("application/x-www-form-urlencoded; charset=windows-1252", "comments=%80%93", "comments=€“")]
    [DataRow("text/plain; charset=latin1", "first_name=Zo\u00eb", "first_name=Zoë")]
    [DataRow("text/xml; charset=windows-1252", "<?xml version='1.0' encoding='utf-8'?><lead><first_name>Zoë</first_name></lead>", "first_name=Zoë")]
    [DataRow("text/xml", "<?xml version='1.0' encoding='Windows-1252'?><lead><first_name>Zoë</first_name></lead>", "first_name=Zoë")]
    public async Task A_body_is_read_in_the_charset_that_is_said(string contentType, string body, string fields) =>
        Assert.AreEqual(fields, await TestRequest.FieldsAsync(contentType, Encoding.Latin1.GetBytes(body)));

    [TestMethod]
    public async Task Every_byte_of_Windows_1252_is_the_character_that_browsers_read()
    {
        var bytes = Enumerable.Range(1, 255).Select(b => (byte)b).ToArray();
        var expected = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        var body = string.Concat(bytes.Select(b => $"%{b:x2}"));
        Assert.AreEqual("comments=" + expected, await TestRequest.FieldsAsync("application/x-www-form-urlencoded; charset=cp1252", "comments=" + body));
    }
}
