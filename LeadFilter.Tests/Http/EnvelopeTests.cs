namespace LeadFilter.Tests.Http;

/// <summary>Leads that come in an envelope: read where it is certain which object is the lead, otherwise not.</summary>
[TestClass]
public sealed class EnvelopeTests
{
    [TestMethod]
    [DataRow("""{"lead":{"email":"x","first_name":"Ann"}}""", DisplayName = "lead")]
    [DataRow("""{"data":{"email":"x","first_name":"Ann","utm":1}}""", DisplayName = "data")]
    [DataRow("""{"data":{"lead":{"email":"x","first_name":"Ann"}}}""", DisplayName = "two envelopes")]
    [DataRow("""{"anything":{"email":"x","first_name":"Ann"}}""", DisplayName = "one object with all in it")]
    [DataRow("""{"event":"created","lead":{"email":"x","first_name":"Ann"}}""", DisplayName = "beside unknown fields")]
    [DataRow("""{"lead":{"email":"x","first_name":"Ann"},"metadata":{"tags":"a"}}""", DisplayName = "beside data without a person")]
    [DataRow("""{"lead":{"email":"x","first_name":"Ann","referrer":{"email":"y"}}}""", DisplayName = "the outer one of two")]
    [DataRow("""{"email":{"value":"x"},"first_name":{"value":"Ann","type":"text"}}""", DisplayName = "an object for each value")]
    [DataRow("""{"properties":{"email":{"value":"x"},"first_name":{"value":"Ann"}}}""", DisplayName = "an object for each value, in an envelope")]
    [DataRow("""{"id":7,"payload":"{\"email\":\"x\",\"first_name\":\"Ann\"}"}""", DisplayName = "JSON in a field")]
    [DataRow("""{"fields":[{"name":"email","value":"x"},{"name":"first_name","value":"Ann"}]}""", DisplayName = "a list of names and values")]
    public async Task Json_is_read(string body) => Assert.AreEqual("email=x\nfirst_name=Ann", await TestRequest.FieldsAsync(TestRequest.Json, body));

    [TestMethod]
    [DataRow("contact[first_name]=Ann&contact[email]=x", DisplayName = "brackets")]
    [DataRow("fields[email][id]=email&fields[email][value]=x&fields[first_name][value]=Ann&form[name]=Solar", DisplayName = "Elementor")]
    [DataRow("data.json=%7B%22email%22%3A%22x%22%2C%22first_name%22%3A%22Ann%22%7D", DisplayName = "JSON in a field")]
    public async Task Forms_are_read(string body) => Assert.AreEqual("email=x\nfirst_name=Ann", await TestRequest.FieldsAsync(TestRequest.Form, body));

    [TestMethod]
    [DataRow("<leads><lead><email>x</email><first_name>Ann</first_name></lead></leads>")]
    [DataRow("<s:Envelope xmlns:s='urn:s'><s:Header/><s:Body><Add><p><email>x</email><first_name>Ann</first_name></p></Add></s:Body></s:Envelope>", DisplayName = "SOAP")]
    public async Task Xml_is_read(string body) => Assert.AreEqual("email=x\nfirst_name=Ann", await TestRequest.FieldsAsync(TestRequest.Xml, body));

    [TestMethod]
    [DataRow("""{"first_name":"Ann","referrer":{"email":"y"}}""", "first_name=Ann", DisplayName = "a person beside the lead")]
    [DataRow("""{"email":"x","data":{"email":"y","first_name":"Bob"}}""", "email=x", DisplayName = "an envelope beside a lead with an address")]
    [DataRow("""{"lead":{"email":"x"},"person":{"email":"y"}}""", "", DisplayName = "two that could be the lead")]
    [DataRow("""{"co_owner":{"email":"x"},"spouse":{"email":"y"}}""", "", DisplayName = "two of unknown names")]
    [DataRow("""{"a":"{\"email\":\"x\"}","b":"{\"email\":\"y\"}"}""", "", DisplayName = "two fields of JSON")]
    public async Task What_is_not_certain_is_not_read(string body, string fields) =>
        Assert.AreEqual(fields, await TestRequest.FieldsAsync(TestRequest.Json, body));

    [TestMethod]
    [DataRow("""{"lead":{"email":"x"},"tags":"a"}""", "email=x\ntags=a", DisplayName = "beside a field that names nobody")]
    [DataRow("""{"customer":{"email":"x","first_name":"Ann"}}""", "email=x\nfirst_name=Ann", DisplayName = "in an envelope that the campaign names by an alias")]
    [DataRow("""{"email":"x","lead":{"is_test":true}}""", "email=x\nis_test=true", DisplayName = "a test is a test, wherever it says so")]
    [DataRow("""{"email":{"value":""},"tags":"a"}""", "email=\ntags=a", DisplayName = "a blank value")]
    public async Task Fields_beside_it_are_read_too(string body, string fields) =>
        Assert.AreEqual(fields, await TestRequest.FieldsAsync(TestRequest.Json, body));

    [TestMethod]
    public async Task A_query_parameter_stands_beside_an_envelope() =>
        Assert.AreEqual("email=x\ntags=a", await TestRequest.FieldsAsync(TestRequest.Json, """{"lead":{"email":"x","tags":"b"}}""", "?tags=a"));

    [TestMethod]
    public async Task What_was_read_is_not_told_as_ignored()
    {
        var (_, draft) = await TestRequest.ReadAsync(TestRequest.Json, """{"lead":{"email":"x","shoe":42}}""");
        Assert.AreEqual("lead.shoe", string.Join('|', draft.Ignored));
    }

    [TestMethod]
    [DataRow("""{"lead":{"shoe":42}}""", "", false)]
    [DataRow("""{"shoe":42}""", "?tags=a", false, DisplayName = "what the address says is no lead")]
    [DataRow("""{"email":null}""", "", true, DisplayName = "a name that is known")]
    [DataRow("{}", "?tags=a", true)]
    [DataRow("{}", "", false)]
    [DataRow("", "?utm=1", false)]
    public async Task A_lead_is_understood_if_any_name_is_known(string body, string query, bool isUnderstood)
    {
        var (problem, draft) = await TestRequest.ReadAsync(TestRequest.Json, body, query);
        Assert.IsNull(problem);
        Assert.AreEqual(isUnderstood, draft.IsUnderstood);
    }
}
