using LeadFilter.Core.Fields.Places.Countries;

namespace LeadFilter.Core.Fields.Places.Postal;

/// <summary>
/// Which state a ZIP code lies in, by its first three digits. Facts: USPS Labeling List L002 (3-digit ZIP code prefixes);
/// the single codes that lie in another state than their prefix: USPS City State.
/// </summary>
internal static class ZipCodes
{
    /// <summary>The prefixes in use, by state.</summary>
    internal static readonly IReadOnlyList<(string State, string Prefixes)> ByState =
    [
        ("AA", "340"),
        ("AE", "090-099"),
        ("AK", "995-999"),
        ("AL", "350-352 354-369"),
        ("AP", "962-966"),
        ("AR", "716-729"),
        ("AZ", "850-853 855-857 859-860 863-865"),
        ("CA", "900-908 910-928 930-961"),
        ("CO", "800-816"),
        ("CT", "060-069"),
        ("DC", "200 202-205 569"),
        ("DE", "197-199"),
        ("FL", "320-339 341-342 344 346-347 349"),
        ("GA", "300-319 398-399"),
        ("GU", "969"),
        ("HI", "967-968"),
        ("IA", "500-516 520-528"),
        ("ID", "832-838"),
        ("IL", "600-620 622-629"),
        ("IN", "460-479"),
        ("KS", "660-662 664-679"),
        ("KY", "400-418 420-427"),
        ("LA", "700-701 703-708 710-714"),
        ("MA", "010-027 055"),
        ("MD", "206-212 214-219"),
        ("ME", "039-049"),
        ("MI", "480-499"),
        ("MN", "550-551 553-567"),
        ("MO", "630-631 633-641 644-658"),
        ("MS", "386-397"),
        ("MT", "590-599"),
        ("NC", "270-289"),
        ("ND", "580-588"),
        ("NE", "680-681 683-693"),
        ("NH", "030-038"),
        ("NJ", "070-089"),
        ("NM", "870-884"),
        ("NV", "889-891 893-895 897-898"),
        ("NY", "005 100-149"),
        ("OH", "430-459"),
        ("OK", "730-731 734-741 743-749"),
        ("OR", "970-979"),
        ("PA", "150-196"),
        ("PR", "006-007 009"),
        ("RI", "028-029"),
        ("SC", "290-299"),
        ("SD", "570-577"),
        ("TN", "370-385"),
        ("TX", "733 750-770 772-799 885"),
        ("UT", "840-847"),
        ("VA", "201 220-246"),
        ("VI", "008"),
        ("VT", "050-054 056-059"),
        ("WA", "980-986 988-994"),
        ("WI", "530-532 534-535 537-549"),
        ("WV", "247-268"),
        ("WY", "820-831"),
    ];

    /// <summary>
    /// Codes that lie in another state than the rest of their prefix; null for Palau, Micronesia and the Marshall
    /// Islands.
    /// </summary>
    internal static readonly Dictionary<int, string?> Exceptions = new()
    {
        [06390] = "NY",
        [20588] = "MD",
        [20598] = "VA",
        [73960] = "TX",
        [83414] = "WY",
        [96799] = "AS",
        [96950] = "MP",
        [96951] = "MP",
        [96952] = "MP",
        [96939] = null,
        [96940] = null,
        [96941] = null,
        [96942] = null,
        [96943] = null,
        [96944] = null,
        [96960] = null,
        [96970] = null,
    };

    private const short NotInUse = -1;

    // By prefix: the state's place in States.All.
    private static readonly short[] StatesByPrefix = Read();

    private static readonly Dictionary<int, int> ExceptionPlaces =
        Exceptions.ToDictionary(pair => pair.Key, pair => pair.Value is null ? NotInUse : States.Place(pair.Value, "US"));

    /// <summary>Whether the prefix of a ZIP code is in use.</summary>
    /// <param name="zip">The five digits as a number, 0 to 99999.</param>
    public static bool IsInUse(int zip) => StatesByPrefix[zip / 100] != NotInUse;

    /// <summary>The state of a ZIP code.</summary>
    /// <param name="zip">The five digits as a number, 0 to 99999.</param>
    /// <returns>Its place in <see cref="States.All"/>; -1 if it lies in none.</returns>
    public static int StateOf(int zip) => ExceptionPlaces.TryGetValue(zip, out var state) ? state : StatesByPrefix[zip / 100];

    private static short[] Read()
    {
        var states = new short[1000];
        Array.Fill(states, NotInUse);
        foreach (var (state, prefixes) in ByState)
        {
            var place = (short)States.Place(state, "US");
            foreach (var range in prefixes.Split(' '))
            {
                var last = int.Parse(range.AsSpan(range.Length - 3));
                for (var prefix = int.Parse(range.AsSpan(0, 3)); prefix <= last; prefix++)
                {
                    states[prefix] = place;
                }
            }
        }

        return states;
    }
}
