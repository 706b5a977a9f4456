using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Leads;

namespace LeadFilter.Tests.Http;

/// <summary>Leads as advertising networks send them.</summary>
[TestClass]
public sealed class AdNetworkTests
{
    private static readonly FieldLayout Standard = new([.. StandardFields.All, new("roof", StringType.Instance, "")], [new("field_data.which_roof?", "roof")]);

    [TestMethod]
    public void Metas_list_of_fields_is_read() => Assert.AreEqual(
        "created_at=2026-11-30T11:58:12+0000 email=bea@example.org full_name=Bea Lee phone_1=+16022349800 postal_code=85004 reference=444 roof=flat,tiles",
        Read(
            """
            {"id":"444","created_time":"2026-11-30T11:58:12+0000","form_id":"9","field_data":[
              {"name":"full_name","values":["Bea Lee"]},{"name":"email","values":["bea@example.org"]},
              {"name":"phone_number","values":["+16022349800"]},{"name":"zip_code","values":["85004"]},
              {"name":"which_roof?","values":["flat","tiles"]},{"name":"pets","values":[]}]}
            """,
            "form_id|field_data.pets"));

    [TestMethod]
    public void Googles_list_of_columns_is_read() => Assert.AreEqual(
        "ad_id=5 campaign_id=77 click_id=g1 email=bea@example.org full_name=Bea Lee is_test=true phone_1=+16022349800 reference=abc state=AZ",
        Read(
            """
            {"lead_id":"abc","google_key":"acme-demo-key","is_test":true,"campaign_id":77,"gcl_id":"g1","creative_id":5,"api_version":"1.0",
             "user_column_data":[
              {"column_name":"Full Name","string_value":"Bea Lee","column_id":"FULL_NAME"},{"column_id":"EMAIL","string_value":"bea@example.org"},
              {"column_id":"PHONE_NUMBER","string_value":"+16022349800"},{"column_id":"REGION","string_value":"AZ"},
              {"column_id":"WORK_EMAIL","string_value":"bea@work.example"},{"column_id":"pets"}]}
            """,
            "api_version|user_column_data.WORK_EMAIL|user_column_data.pets"));

    [TestMethod]
    public void What_is_sent_by_name_goes_before_what_a_list_says() => Assert.AreEqual(
        "email=bea@example.org",
        Read("""{"custom":[{"name":"email","value":"other@example.org"}],"email":"bea@example.org"}""", "custom.email"));

    [TestMethod]
    [DataRow("""{"email":"x","list":[{"name":"city"}]}""", "list", DisplayName = "no values")]
    [DataRow("""{"email":"x","list":[{"name":"city","value":"Rome"},{"value":1}]}""", "list", DisplayName = "one without a name")]
    [DataRow("""{"email":"x","list":[{"name":"city","value":{"a":1}}]}""", "list", DisplayName = "a value that is no text")]
    [DataRow("""{"email":"x","list":[{"name":"city","value":"\ud800"}]}""", "list", DisplayName = "half an emoji")]
    [DataRow("""{"email":"x","list":[{"name":"city","value":"\u0000"}]}""", "list.city", DisplayName = "NUL")]
    [DataRow("""{"email":"x","list":[{"name":"city","value":"Rome"},7]}""", "list", DisplayName = "not only objects")]
    public void Other_lists_are_ignored(string body, string ignored) => Assert.AreEqual("email=x", Read(body, ignored));

    [TestMethod]
    public void Every_name_of_a_network_stands_for_a_standard_field()
    {
        foreach (var name in new[] { "region", "province", "company_name", "work_email", "street", "PHONE_NUMBER", "ZIP_CODE" }.Select(AdNetworkNames.OfAnswer)
            .Concat(AdNetworkNames.Beside("user_column_data")!.Values.Where(name => name.Length > 0))
            .Concat(AdNetworkNames.Beside("field_data")!.Values))
        {
            Assert.Contains(name, StandardFields.All.Select(field => field.Name));
        }
    }

    private static string Read(string body, string ignored)
    {
        var draft = new LeadDraft(Standard);
        Assert.IsNull(JsonLead.Read(System.Text.Encoding.UTF8.GetBytes(body), draft));
        Assert.AreEqual(ignored, string.Join('|', draft.Ignored));
        var lead = draft.ToLead(DateTimeOffset.UnixEpoch);
        return string.Join(' ', Standard.SlotsInNameOrder
            .Where(slot => lead[slot].Raw is not null)
            .Select(slot => $"{Standard.Fields[slot].Name}={lead[slot].Raw}"));
    }
}
