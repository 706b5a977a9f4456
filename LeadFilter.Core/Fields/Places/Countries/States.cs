using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Places.Countries;

/// <summary>
/// The states by code, name and usual abbreviation. Facts: USPS Publication 28, appendix B; Canada Post's and Australia Post's addressing
/// guidelines; ISO 3166-2:GB.
/// </summary>
internal static class States
{
    /// <summary>
    /// All of them: 50 states, DC, 5 territories and 3 armed forces' regions of the US; 10 provinces and 3 territories of
    /// Canada; 6 states and 2 territories of Australia; the 4 nations of the United Kingdom.
    /// </summary>
    public static readonly IReadOnlyList<State> All =
    [
        new("AL", "Alabama", "US"),
        new("AK", "Alaska", "US"),
        new("AZ", "Arizona", "US"),
        new("AR", "Arkansas", "US"),
        new("CA", "California", "US"),
        new("CO", "Colorado", "US"),
        new("CT", "Connecticut", "US"),
        new("DE", "Delaware", "US"),
        new("DC", "District of Columbia", "US"),
        new("FL", "Florida", "US"),
        new("GA", "Georgia", "US"),
        new("HI", "Hawaii", "US"),
        new("ID", "Idaho", "US"),
        new("IL", "Illinois", "US"),
        new("IN", "Indiana", "US"),
        new("IA", "Iowa", "US"),
        new("KS", "Kansas", "US"),
        new("KY", "Kentucky", "US"),
        new("LA", "Louisiana", "US"),
        new("ME", "Maine", "US"),
        new("MD", "Maryland", "US"),
        new("MA", "Massachusetts", "US"),
        new("MI", "Michigan", "US"),
        new("MN", "Minnesota", "US"),
        new("MS", "Mississippi", "US"),
        new("MO", "Missouri", "US"),
        new("MT", "Montana", "US"),
        new("NE", "Nebraska", "US"),
        new("NV", "Nevada", "US"),
        new("NH", "New Hampshire", "US"),
        new("NJ", "New Jersey", "US"),
        new("NM", "New Mexico", "US"),
        new("NY", "New York", "US"),
        new("NC", "North Carolina", "US"),
        new("ND", "North Dakota", "US"),
        new("OH", "Ohio", "US"),
        new("OK", "Oklahoma", "US"),
        new("OR", "Oregon", "US"),
        new("PA", "Pennsylvania", "US"),
        new("RI", "Rhode Island", "US"),
        new("SC", "South Carolina", "US"),
        new("SD", "South Dakota", "US"),
        new("TN", "Tennessee", "US"),
        new("TX", "Texas", "US"),
        new("UT", "Utah", "US"),
        new("VT", "Vermont", "US"),
        new("VA", "Virginia", "US"),
        new("WA", "Washington", "US"),
        new("WV", "West Virginia", "US"),
        new("WI", "Wisconsin", "US"),
        new("WY", "Wyoming", "US"),
        new("AS", "American Samoa", "US"),
        new("GU", "Guam", "US"),
        new("MP", "Northern Mariana Islands", "US"),
        new("PR", "Puerto Rico", "US"),
        new("VI", "U.S. Virgin Islands", "US"),
        new("AA", "Armed Forces Americas", "US"),
        new("AE", "Armed Forces Europe", "US"),
        new("AP", "Armed Forces Pacific", "US"),
        new("AB", "Alberta", "CA"),
        new("BC", "British Columbia", "CA"),
        new("MB", "Manitoba", "CA"),
        new("NB", "New Brunswick", "CA"),
        new("NL", "Newfoundland and Labrador", "CA"),
        new("NS", "Nova Scotia", "CA"),
        new("NT", "Northwest Territories", "CA"),
        new("NU", "Nunavut", "CA"),
        new("ON", "Ontario", "CA"),
        new("PE", "Prince Edward Island", "CA"),
        new("QC", "Quebec", "CA"),
        new("SK", "Saskatchewan", "CA"),
        new("YT", "Yukon", "CA"),
        new("ACT", "Australian Capital Territory", "AU"),
        new("NSW", "New South Wales", "AU"),
        new("NT", "Northern Territory", "AU"),
        new("QLD", "Queensland", "AU"),
        new("SA", "South Australia", "AU"),
        new("TAS", "Tasmania", "AU"),
        new("VIC", "Victoria", "AU"),
        new("WA", "Western Australia", "AU"),
        new("ENG", "England", "GB"),
        new("NIR", "Northern Ireland", "GB"),
        new("SCT", "Scotland", "GB"),
        new("WLS", "Wales", "GB"),
    ];

    private const string Australia = "AU";
    private const int MaxTextLength = 48;
    private const int MaxCodeLength = 3;

    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ByLetters = Index(static _ => true);
    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Australian =
        Index(static state => state.Country == Australia);

    // What may stand around a name: a word before it, the country behind it.
    private static readonly string[] Beginnings = ["stateof", "provinceof", "provincede", "commonwealthof"];
    private static readonly string[] Endings = ["unitedstates", "usa", "canada", "australia", "state", "province"];

    /// <summary>
    /// The text by which a state is known in a region: its code; <c>AU-WA</c> or <c>CA-NT</c> where the code alone means another state
    /// there.
    /// </summary>
    /// <param name="state">The state's place in <see cref="All"/>.</param>
    /// <param name="region">Two letters of ISO 3166.</param>
    public static string CodeIn(int state, string region) => (All[state], region) switch
    {
        ({ Code: "WA", Country: "AU" }, not Australia) => "AU-WA",
        ({ Code: "NT", Country: "AU" }, not Australia) => "AU-NT",
        ({ Code: "WA", Country: "US" }, Australia) => "US-WA",
        ({ Code: "NT", Country: "CA" }, Australia) => "CA-NT",
        var (one, _) => one.Code,
    };

    /// <summary>Finds a state by its code in a country.</summary>
    /// <param name="code">The code.</param>
    /// <param name="country">Two letters of ISO 3166.</param>
    /// <returns>Its place in <see cref="All"/>.</returns>
    /// <exception cref="ArgumentException">There is no such state.</exception>
    public static int Place(string code, string country)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i].Code == code && All[i].Country == country)
            {
                return i;
            }
        }

        throw new ArgumentException($"{country} has no state '{code}'.", nameof(code));
    }

    /// <summary>Finds a state by its code, name or abbreviation, whatever the case, accents, spaces, dots and hyphens.</summary>
    /// <param name="text">The text.</param>
    /// <param name="region">The region whose state is meant by a code that two countries have (WA, NT).</param>
    /// <returns>Its place in <see cref="All"/>; -1 if the text names no state.</returns>
    public static int Find(ReadOnlySpan<char> text, string region)
    {
        text = StateSurroundings.WithoutZip(text.Trim());
        Span<char> room = stackalloc char[MaxTextLength];
        var (count, gaps) = (0, 0UL);
        foreach (var c in text)
        {
            if (LatinLetters.BaseOf(c) is not '\0' and var letter)
            {
                if (count == MaxTextLength)
                {
                    return -1;
                }

                room[count++] = letter;
            }
            else if (!IsJoiner(c))
            {
                return -1;
            }
            else if (c != '.')
            {
                gaps |= 1UL << count;
            }
        }

        ReadOnlySpan<char> letters = room[..count];

        // ISO 3166-2 writes the country first: US-CA, AU-NSW.
        if (text.Length is 5 or 6
            && text[2] == '-'
            && letters.Length == text.Length - 1
            && FindIn(letters[..2], letters[2..]) is >= 0 and var coded)
        {
            return coded;
        }

        return Find(letters, region == Australia) is >= 0 and var found ? found
            : StateSurroundings.FindBesideCountry(letters, gaps) is >= 0 and var beside ? beside
            : FindWithin(letters, region == Australia);
    }

    /// <summary>Finds a state by the letters of its code, name or abbreviation.</summary>
    /// <param name="letters">Small letters from a to z.</param>
    /// <param name="australianFirst">Whether Australia's is meant by a code that two countries have.</param>
    /// <returns>Its place in <see cref="All"/>; -1 if there is none.</returns>
    internal static int Find(ReadOnlySpan<char> letters, bool australianFirst) =>
        australianFirst && Australian.TryGetValue(letters, out var place) ? place : ByLetters.TryGetValue(letters, out place) ? place : -1;

    private static int FindIn(ReadOnlySpan<char> country, ReadOnlySpan<char> code)
    {
        var place = Find(code, country is "au");
        return place >= 0 && code.Length <= MaxCodeLength && country.Equals(All[place].Country, StringComparison.OrdinalIgnoreCase)
            ? place
            : -1;
    }

    // State of Texas; Texas, USA; CA - California; Ontario (ON).
    private static int FindWithin(ReadOnlySpan<char> letters, bool australianFirst)
    {
        foreach (var beginning in Beginnings)
        {
            if (letters.StartsWith(beginning))
            {
                return Find(letters[beginning.Length..], australianFirst);
            }
        }

        foreach (var ending in Endings)
        {
            // Shorter rests are no names: Causa is not CA, USA.
            if (letters.Length - ending.Length > MaxCodeLength
                && letters.EndsWith(ending)
                && Find(letters[..^ending.Length], australianFirst) is >= 0 and var place)
            {
                return place;
            }
        }

        for (var length = 2; length <= MaxCodeLength && length < letters.Length - length; length++)
        {
            var before = Find(letters[length..], australianFirst);
            if (before >= 0 && letters[..length].Equals(All[before].Code, StringComparison.OrdinalIgnoreCase))
            {
                return before;
            }

            var behind = Find(letters[..^length], australianFirst);
            if (behind >= 0 && letters[^length..].Equals(All[behind].Code, StringComparison.OrdinalIgnoreCase))
            {
                return behind;
            }
        }

        return -1;
    }

    private static Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Index(Func<State, bool> isAmong)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < All.Count; i++)
        {
            if (isAmong(All[i]))
            {
                places.TryAdd(Letters(All[i].Code), i);
                places.TryAdd(Letters(All[i].Name), i);
            }
        }

        foreach (var (name, code) in StateNames.All)
        {
            var place = code.StartsWith("AU-", StringComparison.Ordinal)
                ? Place(code[3..], Australia)
                : All.TakeWhile(state => state.Code != code).Count();
            if (isAmong(All[place]))
            {
                places.TryAdd(Letters(name), place);
            }
        }

        return places.ToDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetter).Select(char.ToLowerInvariant));

    private static bool IsJoiner(char c) =>
        c is '.' or ',' or ':' or ';'
            or '-' or '_' or '\'' or '\u2019' or '&' or '(' or ')' or '/' or '\u2013' or '"' || char.IsWhiteSpace(c);
}
