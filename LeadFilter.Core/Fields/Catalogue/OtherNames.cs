using System.Collections.Frozen;

namespace LeadFilter.Core.Fields.Catalogue;

/// <summary>
/// What spreadsheets and advertising networks call the standard fields. Each name can mean nothing else, so it is read where the
/// campaign has no say: in columns of files, and in the lists that a network sends.
/// </summary>
public static class OtherNames
{
    /// <summary>The names, in lower case with <c>_</c> between words, each with the standard field that it means.</summary>
    public static FrozenDictionary<string, string> All { get; } = new Dictionary<string, string>
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
        ["e_mail_1_value"] = "email",
        ["email_1_value"] = "email",
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
        ["phone_1_value"] = "phone_1",
        ["phone_2_value"] = "phone_2",
        ["phone_3_value"] = "phone_3",
        ["phone2"] = "phone_2",
        ["phone3"] = "phone_3",
        ["address1"] = "address_1",
        ["street_address"] = "address_1",
        ["address_1_street"] = "address_1",
        ["address_1_city"] = "city",
        ["address_1_region"] = "state",
        ["address_1_postal_code"] = "postal_code",
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
}
