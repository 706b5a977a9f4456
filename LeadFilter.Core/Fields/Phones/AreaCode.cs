namespace LeadFilter.Core.Fields.Phones;

/// <summary>An area code that is in service.</summary>
/// <param name="Country"><c>US</c> or <c>CA</c>; null where both share it.</param>
/// <param name="State">The state, territory or province; null where the code serves several or none.</param>
/// <param name="Type">What its numbers are, in libphonenumber's words.</param>
internal sealed record AreaCode(string? Country, string? State, string Type)
{
    /// <summary>The type of numbers that belong to a place: a landline or a mobile, the numbers do not tell which.</summary>
    public const string Geographic = "FIXED_LINE_OR_MOBILE";

    /// <summary>The type of numbers that cost the caller nothing.</summary>
    public const string TollFree = "TOLL_FREE";

    /// <summary>The type of numbers that cost the caller extra.</summary>
    public const string PremiumRate = "PREMIUM_RATE";

    /// <summary>The type of numbers that are served over the internet.</summary>
    public const string Voip = "VOIP";

    /// <summary>The type of numbers that belong to a person or a machine and to no place.</summary>
    public const string Personal = "PERSONAL_NUMBER";
}
