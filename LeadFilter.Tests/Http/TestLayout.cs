using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Leads;

namespace LeadFilter.Tests.Http;

internal static class TestLayout
{
    private static readonly string[] Names =
        ["first_name", "last_name", "email", "phone_1", "address.city", "address.state", "age", "is_test", "created_at", "comments", "tags", "a.b.c"];

    public static readonly FieldLayout Layout = new(
        Names.Select(name => StandardFields.All.SingleOrDefault(field => field.Name == name) ?? new FieldDefinition(name, StringType.Instance, name)),
        [new("fname", "first_name"), new("E-Mail", "email"), new("customer[email]", "email")]);

    public static LeadDraft Draft() => new(Layout);

    /// <summary>All fields that the draft holds, as "name=raw" lines in the order of their names.</summary>
    public static string Text(this LeadDraft draft)
    {
        var lead = draft.ToLead(DateTimeOffset.UnixEpoch);
        return string.Join('\n', Layout.SlotsInNameOrder
            .Where(slot => lead[slot].Validity != Validity.Missing)
            .Select(slot => $"{Layout.Fields[slot].Name}={lead[slot].Raw}"));
    }
}
