namespace LeadFilter.Tests.Http;

/// <summary>A field that came twice.</summary>
[TestClass]
public sealed class RepeatedFieldTests
{
    [TestMethod]
    [DataRow("email=ann@example.com&email=ann@example.com", "email=ann@example.com", DisplayName = "the same")]
    [DataRow("email=ann@example.com&E-Mail=+ann@example.com+", "email=ann@example.com", DisplayName = "the same under an alias, with blanks")]
    [DataRow("email=ann@example.com&email=ANN@EXAMPLE.COM", "email=ann@example.com", DisplayName = "the same address")]
    [DataRow("phone_1=602-234-9876&phone_1=6022349876", "phone_1=602-234-9876", DisplayName = "the same number")]
    [DataRow("email=ann@example.com&email=", "email=ann@example.com", DisplayName = "blank behind")]
    [DataRow("email=&email=ann@example.com", "email=ann@example.com", DisplayName = "blank before")]
    [DataRow("comments=a&comments=b&comments=c", "comments=a,b,c", DisplayName = "texts are a list")]
    [DataRow("comments=a&comments=&comments=a", "comments=a", DisplayName = "of which the same and blank ones add nothing")]
    public async Task Nothing_is_lost(string body, string fields)
    {
        Assert.AreEqual(fields, await TestRequest.FieldsAsync(TestRequest.Form, body));
        Assert.AreEqual(fields, await TestRequest.FieldsAsync(null, "", "?" + body));
    }

    [TestMethod]
    [DataRow("""{"comments":"a","comments":"b"}""", "comments=a,b")]
    [DataRow("""{"email":"ann@example.com","e-mail":"Ann@example.com"}""", "email=ann@example.com")]
    public async Task Json_is_read_alike(string body, string fields) => Assert.AreEqual(fields, await TestRequest.FieldsAsync(TestRequest.Json, body));

    [TestMethod]
    public async Task Xml_is_read_alike() =>
        Assert.AreEqual("tags=a,b", await TestRequest.FieldsAsync(TestRequest.Xml, "<lead><tags>a</tags><tags>b</tags></lead>"));

    [TestMethod]
    [DataRow("email=ann@example.com&email=d@b.c", "email", DisplayName = "two addresses")]
    [DataRow("email=ann@example.com&e-mail=x", "e-mail", DisplayName = "an address and something else")]
    [DataRow("first_name=Ann&fname=Bob", "fname", DisplayName = "two names for one")]
    [DataRow("is_test=true&is_test=false", "is_test", DisplayName = "yes and no")]
    public async Task Two_values_are_refused_by_name(string body, string field)
    {
        var (problem, _) = await TestRequest.ReadAsync(TestRequest.Form, body);
        Assert.AreEqual(("duplicate-field", field), (problem?.Code, problem?.Field));
    }
}
