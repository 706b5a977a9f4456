using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Facts;

namespace LeadFilter.Tests.Fields.Catalogue;

[TestClass]
public sealed class StandardFieldsTests
{
    private static readonly FieldLayout Layout = new(StandardFields.All, []);

    [TestMethod]
    public void There_are_59_fields_with_names_of_their_own()
    {
        Assert.HasCount(59, StandardFields.All);
        CollectionAssert.AllItemsAreUnique(StandardFields.All.Select(field => field.Name).ToArray());
    }

    [TestMethod]
    public void Names_are_snake_case_and_descriptions_are_sentences()
    {
        foreach (var field in StandardFields.All)
        {
            Assert.IsTrue(field.Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'), field.Name);
            Assert.AreEqual('.', field.Description[^1], field.Name);
        }
    }

    [TestMethod]
    [DataRow("first_name", "first_name")]
    [DataRow("last_name", "last_name")]
    [DataRow("full_name", "full_name")]
    [DataRow("middle_name", "string")]
    [DataRow("email", "email")]
    [DataRow("phone_2", "phone")]
    [DataRow("address_1", "street")]
    [DataRow("address_2", "street")]
    [DataRow("city", "city")]
    [DataRow("country", "country")]
    [DataRow("state", "state")]
    [DataRow("postal_code", "postal_code")]
    [DataRow("dob", "dob")]
    [DataRow("created_at", "timestamp")]
    [DataRow("tcpa_consent", "boolean")]
    [DataRow("is_test", "boolean")]
    [DataRow("page_views", "number")]
    [DataRow("price", "money")]
    [DataRow("annual_income", "money")]
    [DataRow("gender", "gender")]
    [DataRow("user_agent", "user_agent")]
    [DataRow("ip_address", "ip")]
    [DataRow("trustedform_cert_url", "trustedform")]
    [DataRow("comments", "string")]
    public void Field_has_the_type_of_what_it_holds(string name, string type) =>
        Assert.AreEqual(type, StandardFields.All.Single(field => field.Name == name).Type.Name);

    [TestMethod]
    [DataRow("age_seconds")]
    [DataRow("AGE_SECONDS")]
    [DataRow("created_at.age_seconds")]
    public void Age_seconds_is_a_part_of_created_at(string path)
    {
        Assert.IsTrue(Layout.TryResolve(path, out var operand));
        var draft = new LeadDraft(Layout);
        draft.Add("created_at", "2026-11-03T11:59:30Z");
        var age = operand.Read(draft.ToLead(Reading.ReceivedAt));

        Assert.AreEqual(("created_at.age_seconds", 30d), (operand.Path, age.Number));
    }

    [TestMethod]
    public void Age_seconds_is_unknown_where_created_at_is() =>
        Assert.IsFalse(new FieldLayout([], []).TryResolve("age_seconds", out _));

    [TestMethod]
    public void A_field_of_the_campaign_goes_before_a_short_name()
    {
        FieldTypes.TryFind("number", out var number);
        var layout = new FieldLayout([.. StandardFields.All, new("age_seconds", number!, "The vendor's own.")], []);

        Assert.IsTrue(layout.TryResolve("age_seconds", out var operand));
        Assert.AreEqual("age_seconds", operand.Path);
    }

    [TestMethod]
    public void Every_part_of_every_standard_field_resolves()
    {
        foreach (var field in StandardFields.All)
        {
            foreach (var part in field.Type.Parts)
            {
                Assert.IsTrue(Layout.TryResolve($"{field.Name}.{part.Name}", out var operand));
                Assert.AreSame(part.Type, operand.Type);
            }
        }
    }

    [TestMethod]
    public void Types_are_found_by_name_only()
    {
        CollectionAssert.AreEqual(
            new[]
            {
                "string", "first_name", "last_name", "full_name", "email", "phone", "street", "city", "state", "postal_code", "country",
                "number", "range", "money", "percentage", "boolean", "gender", "ssn", "timestamp", "date", "time", "dob", "url", "trustedform", "ip", "user_agent",
            },
            FieldTypes.All.Select(type => type.Name).ToArray());
        Assert.IsTrue(FieldTypes.All.All(type => FieldTypes.TryFind(type.Name, out var found) && ReferenceEquals(found, type)));
        Assert.IsFalse(FieldTypes.TryFind("Phone", out _));
    }
}
