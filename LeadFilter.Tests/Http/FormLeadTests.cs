namespace LeadFilter.Tests.Http;

[TestClass]
public sealed class FormLeadTests
{
    [TestMethod]
    [DataRow("email=a%40b.c&first_name=Ann", "email=a@b.c\nfirst_name=Ann", DisplayName = "plain")]
    [DataRow("first%5Fname=Ann", "first_name=Ann", DisplayName = "escaped name")]
    [DataRow("comments=a+b%20c%2Bd", "comments=a b c+d", DisplayName = "plus is a space")]
    [DataRow("comments=100%&tags=%zz%4&age=%", "age=%\ncomments=100%\ntags=%zz%4", DisplayName = "what is no escape stands for itself")]
    [DataRow("comments=Zo%C3%AB+%F0%9F%98%80%c3%ab", "comments=Zoë 😀ë", DisplayName = "escapes are UTF-8")]
    [DataRow("comments=Zoë", "comments=Zoë", DisplayName = "raw UTF-8")]
    [DataRow("address.city=Rome", "address.city=Rome", DisplayName = "dotted name")]
    [DataRow("&&email=x&", "email=x", DisplayName = "empty pairs")]
    [DataRow("is_test&email=", "email=\nis_test=", DisplayName = "no equals sign")]
    [DataRow("comments=a=b", "comments=a=b", DisplayName = "second equals sign")]
    [DataRow("email=x\r\n", "email=x", DisplayName = "line break at the end, as of curl with a file")]
    [DataRow("comments=a%0D%0Ab", "comments=a\r\nb", DisplayName = "escaped line break")]
    public async Task A_form_is_read(string body, string fields) =>
        Assert.AreEqual(fields, await TestRequest.FieldsAsync(TestRequest.Form, body));

    [TestMethod]
    [DataRow("?email=a%40b.c&fname=Ann", "email=a@b.c\nfirst_name=Ann")]
    [DataRow("?comments=a+b%20Zo%C3%AB%zz", "comments=a b Zoë%zz")]
    [DataRow("?comments=Zoë", "comments=Zoë")]
    public async Task A_query_is_read_like_a_form(string query, string fields) =>
        Assert.AreEqual(fields, await TestRequest.FieldsAsync(null, "", query));

    [TestMethod]
    [DataRow(TestRequest.Json, """{"E-MAIL":"body","age":1}""")]
    [DataRow(TestRequest.Form, "email=body&age=1")]
    [DataRow(TestRequest.Xml, "<lead><email>body</email><age>1</age></lead>")]
    public async Task Query_parameters_override_the_body(string contentType, string body) =>
        Assert.AreEqual("age=1\nemail=query\nis_test=true", await TestRequest.FieldsAsync(contentType, body, "?email=query&is_test=true"));

    [TestMethod]
    [DataRow("{\"email\":\"x\"}", "application/json")]
    [DataRow(" [{}]", "application/json")]
    [DataRow("\n<lead/>", "application/xml")]
    public async Task A_form_that_is_none_is_answered_with_the_type_to_send(string body, string type)
    {
        var (problem, draft) = await TestRequest.ReadAsync(TestRequest.Form, body);

        Assert.AreEqual(400, problem?.Status);
        Assert.Contains($"Content-Type: {type}", problem!.Detail, StringComparison.Ordinal);
        Assert.IsEmpty(draft.Ignored);
    }
}
