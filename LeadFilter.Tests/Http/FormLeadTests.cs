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
    [DataRow("comments&email=", "comments=\nemail=", DisplayName = "no equals sign")]
    [DataRow("email=x&is_test", "email=x\nis_test=true", DisplayName = "a bare is_test says yes")]
    [DataRow("comments=a=b", "comments=a=b", DisplayName = "second equals sign")]
    [DataRow("email=x\r\n", "email=x", DisplayName = "line break at the end, as of curl with a file")]
    [DataRow("comments=a%0D%0Ab", "comments=a\r\nb", DisplayName = "escaped line break")]
    [DataRow("\r\nfirst_name=Ann&email=x", "email=x\nfirst_name=Ann", DisplayName = "line break before the first field")]
    [DataRow("?first_name=Ann&email=x", "email=x\nfirst_name=Ann", DisplayName = "question mark before the first field")]
    [DataRow("\uFEFFfirst_name=Ann&email=x", "email=x\nfirst_name=Ann", DisplayName = "byte order mark before the first field")]
    [DataRow("\r\n\uFEFF?&first_name=Ann&email=x", "email=x\nfirst_name=Ann", DisplayName = "all of them")]
    [DataRow("first_name=Ann&\r\nemail=x&\n tags=a", "email=x\nfirst_name=Ann\ntags=a", DisplayName = "line breaks between fields")]
    [DataRow("first_name=Ann&amp;email=x&amp;tags=a", "email=x\nfirst_name=Ann\ntags=a", DisplayName = "ampersands for HTML")]
    [DataRow("first_name=Ann&#38;email=x&#x26;tags=a", "email=x\nfirst_name=Ann\ntags=a", DisplayName = "ampersands for HTML as numbers")]
    [DataRow("first_name=Ann&amp%3Bemail=x", "email=x\nfirst_name=Ann", DisplayName = "ampersands for HTML, escaped")]
    [DataRow("first_name=Ann;email=x", "email=x\nfirst_name=Ann", DisplayName = "semicolons between fields")]
    [DataRow("comments=a;b=c", "comments=a;b=c", DisplayName = "a semicolon in a text")]
    [DataRow("comments=a;email=x&tags=b", "comments=a;email=x\ntags=b", DisplayName = "a semicolon beside ampersands is text")]
    [DataRow("first_name=Ann\r\nemail=x\r\n", "email=x\nfirst_name=Ann", DisplayName = "a field on each line")]
    [DataRow("comments=a\nb=c", "comments=a\nb=c", DisplayName = "a line break in a text")]
    [DataRow("first_name%3DAnn%26email%3Da%2540b.c", "email=a@b.c\nfirst_name=Ann", DisplayName = "escaped as a whole")]
    [DataRow("tags[]=a&tags[]=b", "tags=a,b", DisplayName = "PHP's list")]
    [DataRow("address[city]=Rome&a[b][c]=1", "a.b.c=1\naddress.city=Rome", DisplayName = "PHP's brackets")]
    public async Task A_form_is_read(string body, string fields) =>
        Assert.AreEqual(fields, await TestRequest.FieldsAsync(TestRequest.Form, body));

    [TestMethod]
    [DataRow("?email=a%40b.c&fname=Ann", "email=a@b.c\nfirst_name=Ann")]
    [DataRow("?comments=a+b%20Zo%C3%AB%zz", "comments=a b Zoë%zz")]
    [DataRow("?comments=Zoë", "comments=Zoë")]
    [DataRow("??email=x", "email=x")]
    [DataRow("?comments=a&amp;email=x", "comments=a\nemail=x")]
    [DataRow("?address[city]=Rome", "address.city=Rome")]
    public async Task A_query_is_read_like_a_form(string query, string fields) =>
        Assert.AreEqual(fields, await TestRequest.FieldsAsync(null, "", query));

    [TestMethod]
    [DataRow(TestRequest.Json, """{"E-MAIL":"body","age":1}""")]
    [DataRow(TestRequest.Form, "email=body&age=1")]
    [DataRow(TestRequest.Xml, "<lead><email>body</email><age>1</age></lead>")]
    public async Task Query_parameters_override_the_body(string contentType, string body) =>
        Assert.AreEqual("age=1\nemail=query\nis_test=true", await TestRequest.FieldsAsync(contentType, body, "?email=query&is_test=true"));

    [TestMethod]
    public async Task A_blank_query_parameter_does_not_override_the_body() =>
        Assert.AreEqual("email=body", await TestRequest.FieldsAsync(TestRequest.Form, "email=body", "?email="));

    [TestMethod]
    [DataRow("email=ann+tag@example.com", "email=ann+tag@example.com", DisplayName = "in an address")]
    [DataRow("email=ann%2Btag%40example.com", "email=ann+tag@example.com", DisplayName = "in an address, escaped")]
    [DataRow("email=ann+%40example.com", "email=ann @example.com", DisplayName = "a space before the @")]
    [DataRow("email=Ann+Lee+%3Cann@example.com%3E", "email=Ann Lee <ann@example.com>", DisplayName = "spaces in a name before an address")]
    [DataRow("email=Ann+%3Cann@example.com%3E", "email=Ann <ann@example.com>", DisplayName = "a space before an address in brackets")]
    [DataRow("email=Ann+<ann@example.com>", "email=Ann <ann@example.com>", DisplayName = "a space before an address in brackets, not escaped")]
    [DataRow("email=+ann@example.com+", "email= ann@example.com ", DisplayName = "spaces around an address")]
    [DataRow("phone_1=+602+234+9876", "phone_1= 602 234 9876", DisplayName = "before a number it may be a space")]
    [DataRow("created_at=Mon+Nov+30+11%3A58%3A12+2026", "created_at=Mon Nov 30 11:58:12 2026", DisplayName = "between time and year")]
    [DataRow("created_at=2026-11-30T11:58:12+05:30", "created_at=2026-11-30T11:58:12+05:30", DisplayName = "before an offset")]
    [DataRow("created_at=2026-11-30+11%3A58%3A12+0530", "created_at=2026-11-30 11:58:12+0530", DisplayName = "before an offset, behind a space")]
    [DataRow("created_at=2026-11-30+05:30", "created_at=2026-11-30 05:30", DisplayName = "between day and time")]
    [DataRow("created_at=2026-11-30+05:30:00", "created_at=2026-11-30 05:30:00", DisplayName = "between day and time with seconds")]
    [DataRow("comments=mail+ann@example.com", "comments=mail ann@example.com", DisplayName = "in free text")]
    public async Task A_plus_that_was_not_escaped_is_a_space_unless_that_cannot_be(string body, string fields) =>
        Assert.AreEqual(fields, await TestRequest.FieldsAsync(TestRequest.Form, body));
}
