namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>
/// Words of streets: their types, units, points of the compass, with the abbreviations that USPS Publication 28 (appendices C1 and C2)
/// gives them.
/// </summary>
internal static class StreetWords
{
    // What each word becomes in an identity; # stands for every kind of unit that is known by its number alone.
    private const string Abbreviations =
        """
        alley=aly allee=aly ally=aly avenue=ave av=ave avn=ave avenida=ave boulevard=blvd boul=blvd boulv=blvd blv=blvd bridge=brg bypass=byp
        canyon=cyn causeway=cswy center=ctr centre=ctr circle=cir circ=cir court=ct courts=cts cove=cv creek=crk crescent=cres crossing=xing
        drive=dr driv=dr drv=dr estate=est estates=ests expressway=expy extension=ext falls=fls ferry=fry field=fld fields=flds forest=frst
        fort=ft freeway=fwy garden=gdn gardens=gdns glen=gln grove=grv harbor=hbr heights=hts highway=hwy hway=hwy hill=hl hills=hls
        hollow=holw island=is junction=jct key=ky knoll=knl knolls=knls lake=lk lakes=lks landing=lndg lane=ln la=ln lodge=ldg manor=mnr
        meadow=mdw meadows=mdws mill=ml mount=mt mountain=mtn orchard=orch parkway=pkwy parkwy=pkwy pky=pkwy pass=pass place=pl plain=pln
        plains=plns plaza=plz point=pt port=prt prairie=pr ranch=rnch ridge=rdg river=riv road=rd route=rte shore=shr shores=shrs spring=spg
        springs=spgs square=sq sqr=sq station=sta street=st str=st strt=st summit=smt terrace=ter terr=ter trace=trce trail=trl tr=trl
        trailer=trlr tunnel=tunl turnpike=tpke union=un valley=vly viaduct=via view=vw village=vlg ville=vl vista=vis wells=wls saint=st
        north=n south=s east=e west=w northeast=ne northwest=nw southeast=se southwest=sw
        apartment=# apt=# unit=# suite=# ste=# flat=# number=# no=# building=bldg floor=fl room=rm department=dept space=spc
        """;

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByWord = Abbreviations
        .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('='))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Types = Set(
        "alley aly avenue ave av boulevard blvd circle cir close court ct cove cv crescent cres drive dr highway hwy lane ln loop parade parkway pkwy path place pl plaza plz road rd row square sq street st str terrace ter trail trl walk way");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Units = Set(
        "apartment apt unit suite ste flat floor fl room rm lot trailer trlr building bldg department dept space spc hangar hngr pier slip stop level lvl shop pmb");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> UnitsAlone = Set(
        "basement bsmt front frnt lobby lbby lower lowr office ofc penthouse ph rear side upper uppr");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Numbered = Set(
        "highway hwy route rte road rd county cr fm sr us rr box interstate i avenue ave street st state loop exit lot mile km sector phase block blk");

    /// <summary>The word's abbreviation.</summary>
    /// <param name="word">A word, in any case.</param>
    /// <returns>The word itself if it has none.</returns>
    public static ReadOnlySpan<char> Short(ReadOnlySpan<char> word) => ByWord.TryGetValue(word, out var found) ? found : word;

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
    public static bool IsOrdinal(ReadOnlySpan<char> word) => word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" && char.IsAsciiDigit(word[^3]);

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ').ToHashSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
