using PhoneNumbers;

namespace LeadFilter.TeamProgram.Validation;

/// <summary>A lead with what the rules ask more than once, read once.</summary>
/// <param name="Form">As it was posted.</param>
/// <param name="ReceivedAt">When.</param>
/// <param name="Phone">The phone number in E.164; null if it is not valid in North America.</param>
/// <param name="PhoneType">What kind of number.</param>
/// <param name="Email">The e-mail address in lower case; null if there is none.</param>
public sealed record ParsedLead(LeadForm Form, DateTimeOffset ReceivedAt, string? Phone, PhoneNumberType PhoneType, string? Email)
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    public static ParsedLead Of(LeadForm form, DateTimeOffset receivedAt)
    {
        var (phone, type) = Read(form.Phone);
        return new(form, receivedAt, phone, type, form.Email?.Trim().ToLowerInvariant());
    }

    private static (string? Phone, PhoneNumberType Type) Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return (null, PhoneNumberType.UNKNOWN);
        }

        try
        {
            var number = Numbers.Parse(text, "US");
            return number.CountryCode == 1 && Numbers.IsValidNumber(number)
                ? (Numbers.Format(number, PhoneNumberFormat.E164), Numbers.GetNumberType(number))
                : (null, PhoneNumberType.UNKNOWN);
        }
        catch (NumberParseException)
        {
            return (null, PhoneNumberType.UNKNOWN);
        }
    }
}
