using System.Text.Json;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Tests.Folders;
using NJsonSchema;

namespace LeadFilter.Tests.Campaigns;

/// <summary>What is said of mistakes in fields and aliases: line, column, JSON path, what is wrong and what to do.</summary>
[TestClass]
public sealed class LayoutMistakesTests
{
    [TestMethod]
    [DataRow(
        "[]",
        "5:11 $.fields: this is an array. Write an object { … }.")]
    [DataRow(
        """{ "a": "strin" }""",
        "5:18 $.fields.a: 'strin' is not known here. Write 'string' if you meant that; there are: TYPES.")]
    [DataRow(
        """{ "a": "colour" }""",
        "5:18 $.fields.a: 'colour' is not known here. Use one of: TYPES.")]
    [DataRow(
        """{ "a": 1 }""",
        """5:18 $.fields.a: this is a number. Write text in "quotes".""")]
    [DataRow(
        """{ "EMAIL": "email" }""",
        "5:22 $.fields.EMAIL: 'EMAIL' is a field or alias already. Choose another name, or remove this one.")]
    [DataRow(
        """{ "a": "string", "A": "string" }""",
        "5:33 $.fields.A: 'A' is a field or alias already. Choose another name, or remove this one.")]
    [DataRow(
        """{ "a\tb": "string" }""",
        "5:21 $.fields['a b']: 'a b' is not a valid field name. Write 1 to 64 letters, digits, '_', '-', '.' or spaces, with no '.' at an end.")]
    [DataRow(
        """{ "": "string" }""",
        "5:17 $.fields['']: '' is not a valid field name. Write 1 to 64 letters, digits, '_', '-', '.' or spaces, with no '.' at an end.")]
    [DataRow(
        """{ ".a": "string" }""",
        "5:19 $.fields['.a']: '.a' is not a valid field name. Write 1 to 64 letters, digits, '_', '-', '.' or spaces, with no '.' at an end.")]
    [DataRow(
        """{ "email.Domain": "string" }""",
        "5:29 $.fields['email.Domain']: 'email.Domain' is derived from another field already. Choose another name.")]
    [DataRow(
        """{ "age_seconds": "number" }""",
        "5:28 $.fields.age_seconds: 'age_seconds' is derived from another field already. Choose another name.")]
    [DataRow(
        """{ "Mismatch.zip_state": "boolean" }""",
        "5:35 $.fields['Mismatch.zip_state']: 'Mismatch.zip_state' is derived from another field already. Choose another name.")]
    [DataRow(
        """{ "mail": "email", "mail.domain": "string" }""",
        "5:45 $.fields['mail.domain']: 'mail.domain' is derived from another field already. Choose another name.")]
    public void Fields(string json, string mistakes) => Assert.AreEqual(
        mistakes.Replace("TYPES", string.Join(", ", FieldTypes.All.Select(type => type.Name)), StringComparison.Ordinal),
        CampaignText.Mistakes(CampaignText.With("fields", json)));

    [TestMethod]
    [DataRow(
        """{ "e": "emial" }""",
        "6:19 $.aliases.e: there is no field 'emial'. Write 'email' if you meant that.")]
    [DataRow(
        """{ "e": "x" }""",
        """6:19 $.aliases.e: there is no field 'x'. Name a standard field (docs/fields.md) or one under "fields".""")]
    [DataRow(
        """{ "e": 1 }""",
        """6:19 $.aliases.e: this is a number. Write text in "quotes".""")]
    [DataRow(
        """{ "email": "source" }""",
        "6:23 $.aliases.email: 'email' is a field or alias already. Choose another name, or remove this one.")]
    [DataRow(
        """{ "e": "email", "E": "email" }""",
        "6:33 $.aliases.E: 'E' is a field or alias already. Choose another name, or remove this one.")]
    [DataRow(
        """{ "phone_1.area": "source" }""",
        "6:30 $.aliases['phone_1.area']: 'phone_1.area' is derived from another field already. Choose another name.")]
    [DataRow(
        """{ "name.same": "source" }""",
        "6:27 $.aliases['name.same']: 'name.same' is derived from another field already. Choose another name.")]
    [DataRow(
        """{ "e.": "email" }""",
        "6:20 $.aliases['e.']: 'e.' is not a name under which a field can be sent. "
        + "Write 1 to 256 characters, with no '.' at an end and no control characters or emoji.")]
    [DataRow(
        """{ "contact[mail]": "email", "contact.mail": "email" }""",
        "6:56 $.aliases['contact.mail']: 'contact.mail' is a field or alias already. Choose another name, or remove this one.")]
    [DataRow(
        """{ "email[domain]": "source" }""",
        "6:31 $.aliases['email[domain]']: 'email.domain' is derived from another field already. Choose another name.")]
    [DataRow(
        "\"none\"",
        "6:12 $.aliases: this is text. Write an object { … }.")]
    public void Aliases(string json, string mistakes) => Assert.AreEqual(mistakes, CampaignText.Mistakes(CampaignText.With("aliases", json)));

    [TestMethod]
    [DataRow("contact[email]")]
    [DataRow("form_fields[email]")]
    [DataRow("fields[email][value]")]
    [DataRow("Adresse électronique")]
    [DataRow("What is your e-mail address?")]
    [DataRow("メール")]
    [DataRow("a/b:c#d (e)")]
    public async Task An_alias_is_whatever_a_form_calls_a_field(string alias)
    {
        var json = CampaignText.With("aliases", $$"""{ "{{alias}}": "email" }""");
        Assert.AreEqual("", CampaignText.Mistakes(json));
        var schema = await JsonSchema.FromJsonAsync(SampleFiles.Read("campaigns", "campaign.schema.json"));
        Assert.AreEqual("", string.Join('\n', schema.Validate(json)));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(".")]
    [DataRow("[]")]
    [DataRow("a.")]
    [DataRow(".a")]
    [DataRow("a\tb")]
    [DataRow("\u0085")]
    public async Task What_no_form_sends_is_no_alias_in_the_schema_either(string alias)
    {
        var json = CampaignText.With("aliases", $$"""{ {{JsonSerializer.Serialize(alias)}}: "email" }""");
        Assert.AreNotEqual("", CampaignText.Mistakes(json));
        var schema = await JsonSchema.FromJsonAsync(SampleFiles.Read("campaigns", "campaign.schema.json"));
        Assert.IsNotEmpty(schema.Validate(json));
    }
}
