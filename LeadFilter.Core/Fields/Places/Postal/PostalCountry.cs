using LeadFilter.Core.Fields.Places.Countries;

namespace LeadFilter.Core.Fields.Places.Postal;

/// <summary>The country that stands behind a postal code, as in <c>94107 USA</c>.</summary>
internal static class PostalCountry
{
    private const int MinNameLength = 2;

    /// <summary>Where the country begins.</summary>
    /// <param name="text">The text, trimmed.</param>
    /// <param name="country">The country's two letters.</param>
    /// <returns>0 if there is none. Two letters but US and UK may as well be a code's: 1012 AL is in Amsterdam.</returns>
    public static int StartIn(ReadOnlySpan<char> text, out string country)
    {
        country = "";
        var start = text.LastIndexOfAnyInRange('0', '9') + 1;
        while (start > 0 && start < text.Length && !char.IsWhiteSpace(text[start]) && text[start] is not (',' or '('))
        {
            start++;
        }

        var name = text[start..].Trim(" ,()");
        if (start == 0 || name.Length < MinNameLength)
        {
            return 0;
        }

        if (name.Length == MinNameLength
            && !name.Equals("us", StringComparison.OrdinalIgnoreCase)
            && !name.Equals("uk", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        if (CountryBook.Find(name) is not (>= 0 and var place))
        {
            return 0;
        }

        country = CountryBook.All[place].Code;
        return start;
    }
}
