namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>
/// Words of streets: their types, units, points of the compass, with the abbreviations that USPS Publication 28 (appendices C1 and C2)
/// gives them.
/// </summary>
internal static class StreetWords
{
    /// <summary>The word that announces a flat, unless it is one of a name: Flat Creek Rd.</summary>
    public const string Flat = "flat";

    // What words become in an identity.
    private const string FormerAbbreviations =
        """
        north=n south=s east=e west=w northeast=ne northwest=nw southeast=se southwest=sw alley=aly avenue=ave av=ave aven=ave
        boulevard=blvd boul=blvd bridge=brg circle=cir circ=cir court=ct cove=cv creek=crk crescent=cres crossing=xing drive=dr driv=dr
        estates=ests expressway=expy freeway=fwy grove=grv heights=hts highway=hwy hill=hl hills=hls junction=jct lake=lk lane=ln
        meadows=mdws mountain=mtn mount=mt parkway=pkwy pkway=pkwy place=pl plaza=plz point=pt ridge=rdg road=rd route=rte square=sq
        station=sta street=st str=st strt=st terrace=ter terr=ter trail=trl turnpike=tpke valley=vly view=vw village=vlg vista=vis
        """;

    // Those that suppression lists know since 2026-11-30.
    private const string LaterAbbreviations =
        """
        allee=aly ally=aly avn=ave avenida=ave boulv=blvd blv=blvd bypass=byp canyon=cyn causeway=cswy center=ctr centre=ctr courts=cts
        drv=dr estate=est extension=ext falls=fls ferry=fry field=fld fields=flds forest=frst fort=ft garden=gdn gardens=gdns glen=gln
        harbor=hbr hway=hwy hollow=holw island=is key=ky knoll=knl knolls=knls lakes=lks landing=lndg la=ln lodge=ldg manor=mnr meadow=mdw
        mill=ml orchard=orch parkwy=pkwy pky=pkwy plain=pln plains=plns port=prt prairie=pr ranch=rnch river=riv shore=shr
        shores=shrs spring=spg springs=spgs sqr=sq summit=smt trace=trce tr=trl trailer=trlr tunnel=tunl union=un viaduct=via ville=vl
        wells=wls saint=st building=bldg floor=fl department=dept space=spc
        """;

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> FormerByWord =
        Read(FormerAbbreviations);

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByWord =
        Read(FormerAbbreviations + '\n' + LaterAbbreviations);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FlatMarks =
        Set("# apt apartment unit suite ste no number room rm");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Types = Set(
        "alley aly avenue ave av boulevard blvd circle cir close court ct cove cv crescent cres drive dr highway hwy lane ln loop parade "
            + "parkway pkwy path place pl plaza plz road rd row square sq street st str terrace ter trail trl walk way");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Units = Set(
        "apartment apt unit suite ste flat floor fl room rm lot trailer trlr building bldg department dept space spc hangar hngr pier "
            + "slip stop level lvl shop pmb");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> UnitsAlone = Set(
        "basement bsmt front frnt lobby lbby lower lowr office ofc penthouse ph rear side upper uppr");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Numbered = Set(
        "highway hwy route rte road rd county cr fm sr us rr box interstate i avenue ave street st state loop exit lot mile km sector "
            + "phase block blk");

    /// <summary>All words that have an abbreviation, with it.</summary>
    public static IReadOnlyDictionary<string, string> Abbreviations => ByWord.Dictionary;

    /// <summary>The word's abbreviation.</summary>
    /// <param name="word">A word, in any case.</param>
    /// <returns>The word itself if it has none.</returns>
    public static ReadOnlySpan<char> Short(ReadOnlySpan<char> word) => ByWord.TryGetValue(word, out var found) ? found : word;

    /// <summary>The word's abbreviation in identities that were stored until 2026-11-30.</summary>
    /// <param name="word">A word, in any case.</param>
    /// <returns>The word itself if it had none.</returns>
    public static ReadOnlySpan<char> FormerShort(ReadOnlySpan<char> word) => FormerByWord.TryGetValue(word, out var found) ? found : word;

    /// <summary>Whether a word says only that a flat's number follows.</summary>
    /// <param name="word">A word, in any case.</param>
    public static bool IsFlatMark(ReadOnlySpan<char> word) => FlatMarks.Contains(word);

    /// <summary>Whether a word is a kind of street, such as Ave.</summary>
    /// <param name="word">A word, in any case.</param>
    public static bool IsType(ReadOnlySpan<char> word) => Types.Contains(word);

    /// <summary>Whether a word is a kind of unit that a number or letter follows, such as Apt.</summary>
    /// <param name="word">A word, in any case.</param>
    public static bool IsUnit(ReadOnlySpan<char> word) => Units.Contains(word);

    /// <summary>Whether a word is a unit by itself, such as Rear.</summary>
    /// <param name="word">A word, in any case.</param>
    public static bool IsUnitAlone(ReadOnlySpan<char> word) => UnitsAlone.Contains(word);

    /// <summary>Whether the number that follows a word is the street's, as in Highway 61.</summary>
    /// <param name="word">A word, in any case.</param>
    public static bool TakesNumber(ReadOnlySpan<char> word) => Numbered.Contains(word);

    /// <summary>Whether a word is a number of order: 5th.</summary>
    /// <param name="word">A word.</param>
    public static bool IsOrdinal(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" && char.IsAsciiDigit(word[^3]);

    private static Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Read(string abbreviations) =>
        abbreviations
            .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
