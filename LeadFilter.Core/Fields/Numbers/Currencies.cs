namespace LeadFilter.Core.Fields.Numbers;

/// <summary>Currencies by sign, code (ISO 4217, as of 2026) and name.</summary>
internal static class Currencies
{
    private const string Dollar = "USD";

    private const string Codes =
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY "
        + "COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS "
        + "INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP "
        + "MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR "
        + "SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV "
        + "WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Words = Codes.Split(' ')
        .Select(code => KeyValuePair.Create(code, code))
        .Concat(new Dictionary<string, string>
        {
            ["$"] = Dollar, ["US$"] = Dollar, ["USD$"] = Dollar, ["dollar"] = Dollar, ["dollars"] = Dollar, ["US dollars"] = Dollar,
            ["bucks"] = Dollar, ["C$"] = "CAD", ["CA$"] = "CAD", ["CAD$"] = "CAD", ["CDN$"] = "CAD", ["A$"] = "AUD", ["AU$"] = "AUD",
            ["NZ$"] = "NZD", ["HK$"] = "HKD", ["S$"] = "SGD", ["SG$"] = "SGD", ["NT$"] = "TWD", ["MX$"] = "MXN", ["R$"] = "BRL",
            ["€"] = "EUR", ["euro"] = "EUR", ["euros"] = "EUR", ["£"] = "GBP", ["pound"] = "GBP", ["pounds"] = "GBP", ["¥"] = "JPY",
            ["yen"] = "JPY", ["CN¥"] = "CNY", ["JP¥"] = "JPY", ["₹"] = "INR", ["₽"] = "RUB", ["₩"] = "KRW", ["₪"] = "ILS", ["₱"] = "PHP",
            ["₺"] = "TRY", ["₫"] = "VND", ["₴"] = "UAH", ["₦"] = "NGN", ["zł"] = "PLN",
        })
        .ToDictionary(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Whether amounts in a currency have dots between thousands at home, so that <c>€1.250</c> is not one and a quarter.
    /// </summary>
    /// <param name="currency">The code; null for none.</param>
    public static bool GroupsWithDots(string? currency) =>
        currency is "EUR" or "BRL" or "DKK" or "NOK" or "ARS" or "CLP" or "COP" or "IDR" or "VND" or "TRY" or "PLN";

    /// <summary>Takes a currency off the front of an amount.</summary>
    /// <param name="text">The text.</param>
    /// <param name="currency">The currency's code; null if there is none.</param>
    /// <returns>What follows; the text itself if it begins with no currency.</returns>
    public static ReadOnlySpan<char> WithoutPrefix(ReadOnlySpan<char> text, out string? currency)
    {
        var end = 0;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        end += end < text.Length && !char.IsAsciiDigit(text[end]) && text[end] is not ('.' or ' ' or '-' or '+') ? 1 : 0;
        if (!Words.TryGetValue(text[..end], out currency))
        {
            return text;
        }

        // CAD $250.
        var rest = text[end..].TrimStart();
        return rest is ['$', ..] && text[end - 1] != '$' && currency.EndsWith('D') ? rest[1..].TrimStart() : rest;
    }

    /// <summary>Reads a currency behind an amount.</summary>
    /// <param name="text">The text.</param>
    /// <param name="currency">What stood before the amount, or null; then the currency. A code behind <c>$</c> says whose dollars they
    /// are.</param>
    /// <returns>Whether it is one, and no other than that before the amount.</returns>
    public static bool TryReadSuffix(ReadOnlySpan<char> text, ref string? currency)
    {
        if (!Words.TryGetValue(text, out var found)
            || (currency is not null && currency != found && (currency != Dollar || !found.EndsWith('D'))))
        {
            return false;
        }

        currency = found;
        return true;
    }
}
