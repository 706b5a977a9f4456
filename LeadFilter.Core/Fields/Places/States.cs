using System.Collections.Frozen;

namespace LeadFilter.Core.Fields.Places;

/// <summary>
/// The states by code, name and usual abbreviation. Facts: USPS Publication 28, appendix B; Canada Post's addressing guidelines;
/// the older abbreviations of the GPO Style Manual.
/// </summary>
internal static class States
{
    /// <summary>
    /// All of them: 50 states, DC, 5 territories and 3 armed forces' regions of the US; 10 provinces and 3 territories of
    /// Canada.
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
    ];

    /// <summary>Abbreviations and other names, each with the code.</summary>
    internal static readonly IReadOnlyList<(string Name, string Code)> OtherNames =
    [
        ("Ala", "AL"),
        ("Alas", "AK"),
        ("Ariz", "AZ"),
        ("Ark", "AR"),
        ("Calif", "CA"), ("Cal", "CA"),
        ("Colo", "CO"), ("Col", "CO"),
        ("Conn", "CT"),
        ("Del", "DE"),
        ("Washington DC", "DC"), ("Wash DC", "DC"),
        ("Fla", "FL"), ("Flor", "FL"),
        ("Ida", "ID"),
        ("Ill", "IL"),
        ("Ind", "IN"),
        ("Kans", "KS"), ("Kan", "KS"),
        ("Ken", "KY"),
        ("Mass", "MA"),
        ("Mich", "MI"),
        ("Minn", "MN"),
        ("Miss", "MS"),
        ("Mont", "MT"),
        ("Nebr", "NE"), ("Neb", "NE"),
        ("Nev", "NV"),
        ("N Mex", "NM"), ("New Mex", "NM"),
        ("New York State", "NY"),
        ("N Carolina", "NC"), ("N Car", "NC"),
        ("N Dakota", "ND"), ("N Dak", "ND"),
        ("Okla", "OK"),
        ("Oreg", "OR"), ("Ore", "OR"),
        ("Penn", "PA"), ("Penna", "PA"),
        ("S Carolina", "SC"), ("S Car", "SC"),
        ("S Dakota", "SD"), ("S Dak", "SD"),
        ("Tenn", "TN"),
        ("Tex", "TX"),
        ("Virg", "VA"),
        ("Wash", "WA"), ("Washington State", "WA"),
        ("W Virginia", "WV"), ("W Va", "WV"),
        ("Wis", "WI"), ("Wisc", "WI"),
        ("Wyo", "WY"),
        ("CNMI", "MP"),
        ("Virgin Islands", "VI"), ("USVI", "VI"),
        ("Alta", "AB"),
        ("Man", "MB"),
        ("Newfoundland", "NL"), ("Labrador", "NL"), ("Newfoundland & Labrador", "NL"), ("Nfld", "NL"), ("NF", "NL"),
        ("NWT", "NT"),
        ("Ont", "ON"),
        ("PEI", "PE"),
        ("Que", "QC"), ("PQ", "QC"),
        ("Sask", "SK"),
        ("Yukon Territory", "YT"),
    ];

    private const int LongestName = 32;

    private static readonly FrozenDictionary<string, State> ByLetters = All
        .SelectMany(state => new[] { (Key: Letters(state.Code), State: state), (Key: Letters(state.Name), State: state) })
        .Concat(OtherNames.Select(other => (Key: Letters(other.Name), State: All.First(state => state.Code == other.Code))))
        .ToFrozenDictionary(entry => entry.Key, entry => entry.State, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, State>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        ByLetters.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Finds a state by its code, name or abbreviation, whatever the case, spaces, dots and hyphens.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Null if the text names no state.</returns>
    public static State? Find(ReadOnlySpan<char> text)
    {
        text = WithoutCountry(text.Trim());
        Span<char> letters = stackalloc char[LongestName];
        var count = 0;
        foreach (var c in text)
        {
            if (IsJoiner(c))
            {
                continue;
            }

            if (count == LongestName || Unaccented(c) is not { } letter)
            {
                return null;
            }

            letters[count++] = letter;
        }

        return BySpan.TryGetValue(letters[..count], out var state) ? state : null;
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetter));

    // ISO 3166-2 writes the country first: US-CA, CA-ON.
    private static ReadOnlySpan<char> WithoutCountry(ReadOnlySpan<char> text) =>
        text.Length == 5
        && (text.StartsWith("US-", StringComparison.OrdinalIgnoreCase) || text.StartsWith("CA-", StringComparison.OrdinalIgnoreCase))
            ? text[3..]
            : text;

    private static bool IsJoiner(char c) => c is '.' or ',' or '-' or '_' or '\'' or '\u2019' or '&' || char.IsWhiteSpace(c);

    private static char? Unaccented(char c) => c switch
    {
        'é' or 'É' => 'E',
        _ => char.IsAsciiLetter(c) ? c : null,
    };
}
