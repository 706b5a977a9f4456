namespace LeadFilter.Core.Fields.Phones.Reading;

/// <summary>Why a text is no valid telephone number.</summary>
internal static class PhoneReasons
{
    /// <summary>The text has no form of a telephone number.</summary>
    public const string NotANumber = "not a number";

    /// <summary>All numbers of the region are longer.</summary>
    public const string TooShort = "too short";

    /// <summary>All numbers of the region, or all numbers at all, are shorter.</summary>
    public const string TooLong = "too long";

    /// <summary>Some numbers of the region are longer and some shorter, but none has that many digits.</summary>
    public const string ImpossibleLength = "no number has that many digits";

    /// <summary>No region has the calling code after the plus sign or the prefix for calls abroad.</summary>
    public const string NoSuchCountryCode = "no such country code";

    /// <summary>The North American area code is not in service.</summary>
    public const string NoSuchArea = "area code not in service";

    /// <summary>The North American exchange begins with 0 or 1.</summary>
    public const string ImpossibleExchange = "exchange not possible";

    /// <summary>The number has a possible length, but lies in no range that is in use.</summary>
    public const string NotInUse = "not in use";

    /// <summary>A program took the number for an amount and wrote fewer digits than it has.</summary>
    public const string Rounded = "a spreadsheet has rounded it";

    /// <summary>The text holds two numbers, and nothing says which is meant.</summary>
    public const string TwoNumbers = "two numbers in one field";

    /// <summary>A letter or sign stands where a digit should: a typing error, or a digit that is hidden.</summary>
    public const string NotADigit = "a character among the digits that is not a digit";
}
