using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Places.Countries;

namespace LeadFilter.Core.Leads.Facts;

/// <summary>Whether what a lead says of its place agrees.</summary>
internal static class PlaceFacts
{
    /// <summary>The facts.</summary>
    public static readonly IReadOnlyList<LeadFact> All =
    [
        new(
            "mismatch.zip_state",
            "Whether the postal code is in a different state than state says.",
            ["postal_code.state", "state"],
            StatesDiffer),
        new("mismatch.phone_state", "Whether the area code of phone_1 belongs to a different state than state says.", [
            "phone_1.state", "state"
        ],
            PhoneDiffers),
        new("mismatch.phone_zip", "Whether the area code of phone_1 belongs to a different state than the postal code.", [
            "phone_1.state", "postal_code.state"
        ],
            PhoneDiffers),
        new("mismatch.country", "Whether country, state and postal code belong to more than one country.", [
            "country", "state.country", "postal_code.country"
        ],
            CountriesDiffer),
        new("mismatch.phone_country", "Whether phone_1 belongs to a different country than the address; missing for toll-free numbers.",
            ["phone_1.country", "phone_1.toll_free", "country", "state.country", "postal_code.country"], PhoneIsAbroad),
    ];

    // Both are values of states: the same state has the same payload.
    private static bool? StatesDiffer(Lead lead, ReadOnlySpan<FieldOperand> states)
    {
        var (one, other) = (states[0].Read(lead), states[1].Read(lead));
        return one.IsValid && other.IsValid ? !one.Number.Equals(other.Number) : null;
    }

    // Area codes are of the United States and Canada; those who serve abroad have that of any state.
    private static bool? PhoneDiffers(Lead lead, ReadOnlySpan<FieldOperand> states)
    {
        var (phone, other) = (states[0].Read(lead), states[1].Read(lead));
        if (!phone.IsValid || !other.IsValid)
        {
            return null;
        }

        var state = States.All[(int)other.Number];
        return state.Code is "AA" or "AE" or "AP" ? null : state.Country is not ("US" or "CA") || !phone.Text.SequenceEqual(state.Code);
    }

    private static bool? CountriesDiffer(Lead lead, ReadOnlySpan<FieldOperand> countries)
    {
        var known = 0;
        var first = FieldValue.Missing;
        foreach (var operand in countries)
        {
            var country = operand.Read(lead);
            if (!country.IsValid)
            {
                continue;
            }

            if (known++ == 0)
            {
                first = country;
            }
            else if (!CountryBook.Realm(country.Text).SequenceEqual(CountryBook.Realm(first.Text)))
            {
                return true;
            }
        }

        return known > 1 ? false : null;
    }

    private static bool? PhoneIsAbroad(Lead lead, ReadOnlySpan<FieldOperand> operands)
    {
        var (phone, tollFree) = (operands[0].Read(lead), operands[1].Read(lead));
        if (!phone.IsValid || tollFree.Number != 0 || phone.Text is "001")
        {
            return null;
        }

        foreach (var operand in operands[2..])
        {
            var country = operand.Read(lead);
            if (country.IsValid)
            {
                return !CountryBook.Realm(country.Text).SequenceEqual(CountryBook.Realm(phone.Text));
            }
        }

        return null;
    }
}
