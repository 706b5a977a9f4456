using System.Text;

namespace LeadFilter.Tests.Http;

/// <summary>Leads as multipart/form-data.</summary>
[TestClass]
public sealed class MultipartLeadTests
{
    private const string Type = "multipart/form-data; boundary=x1";

    private const string Two = "--x1\r\nContent-Disposition: form-data; name=\"first_name\"\r\n\r\nAnn\r\n--x1\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nx\r\n--x1--\r\n";

    [TestMethod]
    [DataRow(Type, Two, DisplayName = "plain")]
    [DataRow("multipart/form-data; boundary=\"x1\"", Two, DisplayName = "quoted boundary")]
    [DataRow("multipart/form-data", Two, DisplayName = "boundary not said")]
    [DataRow("multipart/form-data; boundary=other", Two, DisplayName = "another boundary said")]
    [DataRow("multipart/form-data; boundary=x1; charset=utf-8", "preamble\r\n" + Two + "epilogue", DisplayName = "text around it")]
    [DataRow(Type, "--x1\nContent-Disposition: form-data; name=first_name\n\nAnn\n--x1\nContent-Disposition: form-data; name=email\n\nx\n--x1--", DisplayName = "line feeds, bare names")]
    [DataRow(Type, "--x1\r\ncontent-type: text/plain; charset=UTF-8\r\nCONTENT-DISPOSITION:form-data;name=\"first_name\"\r\n\r\nAnn\r\n--x1  \r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nx\r\n--x1--", DisplayName = "headers in any case and order")]
    [DataRow(Type, "--x1\r\nContent-Disposition: form-data; name=\"first_name\"\r\n\r\nAnn\r\n--x1\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nx\r\n--x1\r\n", DisplayName = "closed without dashes")]
    public async Task A_form_in_parts_is_read(string contentType, string body) =>
        Assert.AreEqual("email=x\nfirst_name=Ann", await TestRequest.FieldsAsync(contentType, body));

    [TestMethod]
    [DataRow("comments", "", "comments=")]
    [DataRow("comments", "a\r\nb\r\n", "comments=a\r\nb\r\n")]
    [DataRow("comments", "-- x1 --x", "comments=-- x1 --x")]
    [DataRow("tags[]", "a&b=c", "tags=a&b=c")]
    [DataRow("address[city]", "Zoë", "address.city=Zoë")]
    public async Task A_part_keeps_its_text(string name, string text, string fields) => Assert.AreEqual(fields, await TestRequest.FieldsAsync(Type, Part(name, text)));

    [TestMethod]
    public async Task Files_are_ignored_and_told()
    {
        var body = "--x1\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a;b.png\"\r\nContent-Type: image/png\r\n\r\n\0\u0001\r\n" + Two;
        var (problem, draft) = await TestRequest.ReadAsync(Type, body);
        Assert.IsNull(problem);
        Assert.AreEqual("email=x\nfirst_name=Ann", draft.Text());
        Assert.AreEqual("photo", string.Join('|', draft.Ignored));
    }

    [TestMethod]
    [DataRow("; charset=iso-8859-1", "")]
    [DataRow("", "Content-Type: text/plain; charset=windows-1252\r\n")]
    public async Task A_part_is_read_in_the_charset_that_is_said(string said, string header)
    {
        var body = $"--x1\r\nContent-Disposition: form-data; name=\"first_name\"\r\n{header}\r\nZo\u00eb\r\n--x1--";
        Assert.AreEqual("first_name=Zoë", await TestRequest.FieldsAsync(Type + said, Encoding.Latin1.GetBytes(body)));
    }

    [TestMethod]
    public async Task JotForms_raw_request_is_read()
    {
        var body = Part("formID", "7").Replace("--x1--", "", StringComparison.Ordinal) + Part("rawRequest", """{"q3_x":"1","email":"x","first_name":"Ann"}""");
        Assert.AreEqual("email=x\nfirst_name=Ann", await TestRequest.FieldsAsync(Type, body));
    }

    [TestMethod]
    [DataRow("SECRET", "unreadable-body", DisplayName = "no boundary")]
    [DataRow("--x1\r\nContent-Disposition: form-data; name=\"email\"\r\n\r\nSECRET", "unreadable-body", DisplayName = "cut off")]
    [DataRow("--x1\r\nContent-Disposition: form-data\r\n\r\nSECRET\r\n--x1--", "unreadable-body", DisplayName = "no name")]
    [DataRow("--x1\r\nSECRET\r\n--x1--", "unreadable-body", DisplayName = "no headers")]
    [DataRow("--x1\r\nContent-Disposition: form-data; name=\"email\"\r\nContent-Transfer-Encoding: base64\r\n\r\nU0VDUkVU\r\n--x1--", "unreadable-field", DisplayName = "a transfer encoding")]
    public async Task A_broken_one_is_refused(string body, string code)
    {
        var (problem, _) = await TestRequest.ReadAsync(Type, body);
        Assert.AreEqual((400, code), (problem?.Status, problem?.Code));
        Assert.DoesNotContain("SECRET", problem!.Detail, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task More_than_200_parts_are_refused()
    {
        var parts = string.Concat(Enumerable.Range(0, 201).Select(at => $"--x1\r\nContent-Disposition: form-data; name=f{at}; filename=a\r\n\r\n\r\n"));
        var (problem, _) = await TestRequest.ReadAsync(Type, parts + "--x1--");
        Assert.AreEqual("too-many-fields", problem?.Code);
    }

    private static string Part(string name, string text) => $"--x1\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n--x1--\r\n";
}
