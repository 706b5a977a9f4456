using System.Collections.Frozen;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;

namespace LeadFilter.Cli.Files;

/// <summary>The names of columns that tell which standard field they hold.</summary>
internal static class KnownColumns
{
    /// <summary>Other names of standard fields, each of which can mean nothing else.</summary>
    internal static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["firstname"] = "first_name",
        ["fname"] = "first_name",
        ["given_name"] = "first_name",
        ["lastname"] = "last_name",
        ["lname"] = "last_name",
        ["surname"] = "last_name",
        ["family_name"] = "last_name",
        ["fullname"] = "full_name",
        ["birthday"] = "dob",
        ["birth_date"] = "dob",
        ["birthdate"] = "dob",
        ["date_of_birth"] = "dob",
        ["e_mail"] = "email",
        ["email_address"] = "email",
        ["e_mail_address"] = "email",
        ["phone"] = "phone_1",
        ["phone1"] = "phone_1",
        ["phone_number"] = "phone_1",
        ["telephone"] = "phone_1",
        ["telephone_number"] = "phone_1",
        ["mobile"] = "phone_1",
        ["mobile_phone"] = "phone_1",
        ["mobile_number"] = "phone_1",
        ["cell_phone"] = "phone_1",
        ["home_phone"] = "phone_1",
        ["work_phone"] = "phone_1",
        ["phone2"] = "phone_2",
        ["phone3"] = "phone_3",
        ["address1"] = "address_1",
        ["street_address"] = "address_1",
        ["address2"] = "address_2",
        ["zip"] = "postal_code",
        ["zip_code"] = "postal_code",
        ["zipcode"] = "postal_code",
        ["postcode"] = "postal_code",
        ["post_code"] = "postal_code",
        ["postalcode"] = "postal_code",
        ["ip"] = "ip_address",
        ["useragent"] = "user_agent",
        ["referrer"] = "referer",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, FieldDefinition> Fields =
        StandardFields.All.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);

    /// <summary>Finds a standard field by its own name, without case.</summary>
    /// <param name="name">The name.</param>
    public static FieldDefinition? Standard(string name) => Fields.GetValueOrDefault(name.ToLowerInvariant());

    /// <summary>Finds the field of a column: its name without case and with each run of blanks and dashes as one <c>_</c>.</summary>
    /// <param name="column">The column's name as the file has it.</param>
    /// <returns>Null if the name tells nothing.</returns>
    public static FieldDefinition? Find(string column)
    {
        var words = column.ToLowerInvariant().Split([' ', '\t', '\u00A0', '-', '_'], StringSplitOptions.RemoveEmptyEntries);
        var name = string.Join('_', words);
        return Fields.GetValueOrDefault(Aliases.GetValueOrDefault(name, name));
    }
}
