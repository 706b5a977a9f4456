using System.Text;

namespace LeadFilter.Tests.Http;

[TestClass]
public sealed class UnreadableBodyTests
{
    private const string Nul = "\0";

    [TestMethod]
    [DataRow("", "no-fields", null, DisplayName = "nothing")]
    [DataRow(" ", "unreadable-body", null, DisplayName = "white space")]
    [DataRow("SECRET", "unreadable-body", null, DisplayName = "no JSON")]
    [DataRow("\"SECRET\"", "unreadable-body", null, DisplayName = "a text")]
    [DataRow("[{\"email\":\"SECRET\"},{}]", "unreadable-body", null, DisplayName = "a list of two")]
    [DataRow("null", "unreadable-body", null, DisplayName = "null")]
    [DataRow("{\"email\":\"SECRET\"", "unreadable-body", null, DisplayName = "cut off")]
    [DataRow("{\"email\":\"SECRET", "unreadable-body", null, DisplayName = "cut off in a text")]
    [DataRow("{\"email\":SECRET}", "unreadable-body", null, DisplayName = "bare word")]
    [DataRow("{'email':'SECRET'}", "unreadable-body", null, DisplayName = "single quotes")]
    [DataRow("{\"email\":\"SECRET\"} x", "unreadable-body", null, DisplayName = "garbage behind")]
    [DataRow("{\"email\":\"SECRET\"}{}", "unreadable-body", null, DisplayName = "two leads")]
    [DataRow("{\"email\":\"SECRET\"/* c */}", "unreadable-body", null, DisplayName = "comment")]
    [DataRow("{\"age\":01}", "unreadable-body", null, DisplayName = "leading zero")]
    [DataRow("{\"age\":NaN}", "unreadable-body", null, DisplayName = "NaN")]
    [DataRow("{\"email\":\"SE\\CRET\"}", "unreadable-body", null, DisplayName = "bad escape")]
    [DataRow("{\"email\":\"SECRET\\\n\"}", "unreadable-body", null, DisplayName = "raw line break behind a backslash")]
    [DataRow("{\"comments\":\"a\nb\",\"email\":SECRET}", "unreadable-body", null, DisplayName = "broken elsewhere than at a raw line break")]
    [DataRow("{\"email\":\"SECRET@b.c\",\"email\":\"SECRETS@b.c\"}", "duplicate-field", "email", DisplayName = "duplicate")]
    [DataRow("{\"email\":\"SECRET@b.c\",\"E-mail\":\"SECRET\"}", "duplicate-field", "E-mail", DisplayName = "duplicate under an alias")]
    [DataRow("{\"comments\":\"a\nb\",\"email\":\"1\",\"email\":\"2\"}", "duplicate-field", "email", DisplayName = "duplicate behind a raw line break")]
    [DataRow("{\"email\":\"1\",\"email\":\"2\",\"comments\":\"a\nb\"}", "duplicate-field", "email", DisplayName = "duplicate before a raw line break")]
    [DataRow("{\"email\":\"SECRET\\u0000\"}", "unreadable-field", "email", DisplayName = "NUL escape")]
    [DataRow("{\"email\":\"SECRET" + Nul + "\"}", "unreadable-field", "email", DisplayName = "NUL")]
    [DataRow("{\"email\":\"SECRET\\ud800\"}", "unreadable-field", "email", DisplayName = "first half of a pair")]
    [DataRow("{\"email\":\"SECRET\\udc00\\ud800\"}", "unreadable-field", "email", DisplayName = "halves in the wrong order")]
    [DataRow("{\"tags\":[\"SECRET\\ud800\"]}", "unreadable-field", "tags", DisplayName = "half of a pair in an array")]
    [DataRow("{\"tags\":[{\"x\":\"SECRET\"}]}", "unreadable-field", "tags", DisplayName = "array of objects")]
    [DataRow("{\"tags\":[\"SECRET\",[]]}", "unreadable-field", "tags", DisplayName = "array in an array")]
    public Task Json_is_refused(string body, string code, string? field) => Refused(TestRequest.Json, body, code, field);

    [TestMethod]
    [DataRow("email=SECRET&email=SECRETS", "duplicate-field", "email", DisplayName = "duplicate")]
    [DataRow("email=SECRET&e-mail=SECRETS", "duplicate-field", "e-mail", DisplayName = "duplicate under an alias")]
    [DataRow("email=SECRET%00", "unreadable-field", "email", DisplayName = "NUL")]
    [DataRow("email=SECRET%ff", "unreadable-field", "email", DisplayName = "no UTF-8")]
    [DataRow("email=SECRET%ED%A0%80", "unreadable-field", "email", DisplayName = "half of a surrogate pair")]
    public async Task A_form_is_refused(string body, string code, string? field)
    {
        await Refused(TestRequest.Form, body, code, field);
        await Refused(null, "", code, field, "?" + body);
    }

    [TestMethod]
    [DataRow("<lead><email>SECRET</lead>", "unreadable-body", null, DisplayName = "not closed")]
    [DataRow("<lead><email>SECRET</email>", "unreadable-body", null, DisplayName = "cut off")]
    [DataRow("<lead><email>SECRET & CO</email></lead>", "unreadable-body", null, DisplayName = "bare ampersand")]
    [DataRow("<lead><email>SECRET</email></lead><lead/>", "unreadable-body", null, DisplayName = "two leads")]
    [DataRow("<lead><comments>SECRET<city>x</city></comments></lead>", "unreadable-body", null, DisplayName = "text before an element in a field that the campaign knows")]
    [DataRow("<lead>SECRET</lead>", "unreadable-body", null, DisplayName = "text in the root")]
    [DataRow("<lead><email>SECRET</email><email>x</email></lead>", "duplicate-field", "email", DisplayName = "repeated")]
    [DataRow("<lead><email>SECRET</email><E-Mail>x</E-Mail></lead>", "duplicate-field", "E-Mail", DisplayName = "repeated under an alias")]
    [DataRow("<lead><email>SECRET&#0;</email></lead>", "unreadable-body", null, DisplayName = "NUL reference")]
    [DataRow("<lead><email>SECRET&#xD800;</email></lead>", "unreadable-body", null, DisplayName = "half of a surrogate pair")]
    [DataRow("<lead><email>SECRET" + Nul + "</email></lead>", "unreadable-body", null, DisplayName = "NUL")]
    [DataRow("<lead><email>&SECRET;</email></lead>", "unreadable-body", null, DisplayName = "unknown entity")]
    [DataRow("<?xml version='1.0' encoding='SECRET'?><lead/>", "unreadable-body", null, DisplayName = "unknown encoding")]
    [DataRow("<?xml version='1.0' encoding='utf-7'?><lead/>", "unreadable-body", null, DisplayName = "forbidden encoding")]
    [DataRow("<?xml version='1.0' encoding='utf-16'?><lead/>", "unreadable-body", null, DisplayName = "another encoding than declared")]
    public Task Xml_is_refused(string body, string code, string? field) => Refused(TestRequest.Xml, body, code, field);

    [TestMethod]
    [DataRow("<!DOCTYPE lead SYSTEM 'file:///etc/passwd'><lead/>")]
    [DataRow("<?xml version='1.0'?>\n<!DOCTYPE lead [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><lead><email>&x;</email></lead>")]
    [DataRow("<!DOCTYPE l [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;'>]><l><email>&c;</email></l>")]
    public async Task A_document_type_is_refused_with_its_name(string body)
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
        {
            var request = TestRequest.Post(TestRequest.Xml, [.. encoding.GetPreamble(), .. encoding.GetBytes(body)]);
            var (problem, _) = await request.ReadAsync();

            Assert.AreEqual(400, problem?.Status);
            Assert.AreEqual("The XML has a document type (<!DOCTYPE …>). Leave it out.", problem!.Detail);
        }
    }

    [TestMethod]
    [DataRow(TestRequest.Json, "{\"email\":\"SECRET\u00ff\"}", "unreadable-field")]
    [DataRow(TestRequest.Form, "email=SECRET\u00ff", "unreadable-field")]
    [DataRow(TestRequest.Xml, "<lead><email>SECRET\u00ff</email></lead>", "unreadable-body")]
    [DataRow("text/xml; charset=utf-8", "<lead><email>SECRET\u00ff</email></lead>", "unreadable-body")]
    public async Task What_is_not_UTF_8_is_refused(string contentType, string body, string code)
    {
        var (problem, _) = await TestRequest.Post(contentType, Encoding.Latin1.GetBytes(body)).ReadAsync();

        Assert.AreEqual(400, problem?.Status);
        Assert.AreEqual(code, problem!.Code);
        Assert.DoesNotContain("SECRET", problem.Detail, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("{\"email\":\"x\",\n  \"age\": oops}", "line 2, byte 10")]
    [DataRow("{\"comments\":\"a\nb\",\n\"age\": oops}", "line 2, byte 8, not counting raw line breaks inside strings")]
    public async Task Broken_json_is_refused_with_its_place(string body, string place)
    {
        var (problem, _) = await TestRequest.ReadAsync(TestRequest.Json, body);

        Assert.AreEqual($"The body is not valid JSON at {place}.", problem?.Detail);
    }

    [TestMethod]
    public async Task More_than_200_fields_are_refused()
    {
        var pairs = Enumerable.Range(0, 201).Select(i => $"f{i}").ToList();

        await Refused(TestRequest.Json, "{" + string.Join(',', pairs.Select(name => $"\"{name}\":null")) + "}", "too-many-fields", null);
        await Refused(TestRequest.Form, string.Join("=1&", pairs) + "=1", "too-many-fields", null);
        await Refused(TestRequest.Xml, $"<l>{string.Concat(pairs.Select(name => $"<{name}/>"))}</l>", "too-many-fields", null);
        await Refused(TestRequest.Json, """{"age":1}""", "too-many-fields", null, "?" + string.Join('&', pairs.Take(200)));
    }

    [TestMethod]
    [DataRow("text/html")]
    [DataRow("application/octet-stream")]
    [DataRow("text/xml; charset=utf-16")]
    [DataRow("image/svg+xml")]
    [DataRow("text/x+json")]
    public async Task Other_formats_are_answered_with_415_and_what_to_send(string? contentType)
    {
        var (problem, _) = await TestRequest.ReadAsync(contentType, "{}");

        Assert.AreEqual(415, problem?.Status);
        Assert.EndsWith("Send application/json, application/x-www-form-urlencoded, multipart/form-data, application/xml or text/xml, in UTF-8.", problem!.Detail, StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow("gzip", 415)]
    [DataRow("identity, br", 415)]
    [DataRow("Identity", null)]
    public async Task A_compressed_body_is_answered_with_415(string encoding, int? status)
    {
        var request = TestRequest.Post(TestRequest.Json, "{\"age\":1}"u8.ToArray());
        request.Headers.ContentEncoding = encoding;
        var (problem, _) = await request.ReadAsync();

        Assert.AreEqual(status, problem?.Status);
    }

    private static async Task Refused(string? contentType, string body, string code, string? field, string query = "")
    {
        var (problem, _) = await TestRequest.ReadAsync(contentType, body, query);

        Assert.IsNotNull(problem, "It was read.");
        Assert.AreEqual(400, problem.Status);
        Assert.AreEqual(code, problem.Code);
        Assert.AreEqual(field, problem.Field);
        Assert.DoesNotContain("SECRET", problem.Detail, StringComparison.Ordinal);
    }
}
