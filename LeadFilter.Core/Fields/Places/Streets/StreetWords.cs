using System.Collections.Frozen;

namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>Words of streets: what they may be, and their abbreviations.</summary>
internal static class StreetWords
{
    /// <summary>The place of a word that is none of these.</summary>
    public const short Unknown = -1;

    // The abbreviations of each kind; the words that become them are of the same kind.
    private static readonly (StreetWordKind Kind, string Words)[] Kinds =
    [
        (StreetWordKind.Type,
            "aly ave blvd byp cir close cres cswy ct cv dr expy fwy hwy ln lndg loop mews parade pass path pike pkwy pl plz rd row run sq "
                + "st stra ter tpke trce trl walk way xing"),
        (StreetWordKind.Numbered, "carr cr cth exit fm fs hwy i ih interstate km loop mile phase pr rte sector sh sr tr us"),
        (StreetWordKind.Qualifier,
            "bia cnty co county cty farm federal forest market national private pvt ranch service state states to township twp united us"),
        (StreetWordKind.Direction, "n s e w ne nw se sw"),
        (StreetWordKind.Unit | StreetWordKind.Strong | StreetWordKind.Silent, "apt unit ste rm"),
        (StreetWordKind.Unit | StreetWordKind.Silent, "flat lot spc trlr"),
        (StreetWordKind.Unit, "dept hngr lvl pier slip stop shop pmb blq casa local interior"),
        (StreetWordKind.Building, "bldg twr wing"),
        (StreetWordKind.Floor, "fl"),
        (StreetWordKind.Mark, "# no num number"),
        (StreetWordKind.Alone, "bsmt frnt lbby lowr ofc ph rear side uppr upstairs downstairs"),
        (StreetWordKind.Route, "rr rfd hc hcr psc cmr rural star"),
        (StreetWordKind.Box, "box"),
        (StreetWordKind.Prefix, "calle carr paseo camino"),
        (StreetWordKind.Estate, "urb cond res bo parc parcelas"),
        (StreetWordKind.Ordinal,
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
                + "sixteenth seventeenth eighteenth nineteenth twentieth"),
        (StreetWordKind.Spelled, "one two three four five six seven eight nine ten"),
    ];

    // Saint James and La Jolla have no type.
    private static readonly string[] NoTypes = ["saint", "la"];

    private static readonly FrozenDictionary<string, StreetWord> ByWord = Read();

    private static readonly FrozenDictionary<string, StreetWord>.AlternateLookup<ReadOnlySpan<char>> Sought =
        ByWord.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly StreetWord[] Words = InOrder();

    /// <summary>All words that have an abbreviation everywhere in a street, with it.</summary>
    public static IReadOnlyDictionary<string, string> Abbreviations { get; } = Pairs(StreetAbbreviations.Everywhere);

    /// <summary>A known word.</summary>
    /// <param name="place">Its place.</param>
    public static ref readonly StreetWord At(short place) => ref Words[place];

    /// <summary>Finds a word.</summary>
    /// <param name="word">The word in small letters without accents and dots.</param>
    /// <returns>Its place; <see cref="Unknown"/> if it is any word.</returns>
    public static short Find(ReadOnlySpan<char> word) => Sought.TryGetValue(word, out var found) ? found.Place : Unknown;

    /// <summary>Whether a word is a kind of street, such as Ave.</summary>
    /// <param name="word">A word in small letters.</param>
    public static bool IsType(ReadOnlySpan<char> word) =>
        Find(word) is >= 0 and var place && (At(place).Kind & StreetWordKind.Type) != StreetWordKind.None;

    private static StreetWord[] InOrder()
    {
        var words = new StreetWord[ByWord.Count];
        foreach (var word in ByWord.Values)
        {
            words[word.Place] = word;
        }

        return words;
    }

    private static FrozenDictionary<string, StreetWord> Read()
    {
        var (everywhere, inUnits) = (Pairs(StreetAbbreviations.Everywhere), Pairs(StreetAbbreviations.InNumbersAndUnits));
        var kinds = new Dictionary<string, StreetWordKind>(StringComparer.Ordinal);
        foreach (var (kind, words) in Kinds)
        {
            foreach (var word in words.Split(' '))
            {
                kinds[word] = kinds.GetValueOrDefault(word) | kind;
            }
        }

        foreach (var (word, abbreviation) in everywhere.Concat(inUnits))
        {
            kinds[word] = kinds.GetValueOrDefault(word) | kinds.GetValueOrDefault(abbreviation);
        }

        foreach (var word in NoTypes)
        {
            kinds[word] &= ~StreetWordKind.Type;
        }

        return kinds.Select((pair, place) => new StreetWord(
                pair.Key,
                everywhere.GetValueOrDefault(pair.Key, pair.Key),
                inUnits.GetValueOrDefault(pair.Key) ?? everywhere.GetValueOrDefault(pair.Key, pair.Key),
                pair.Value,
                (short)place))
            .ToFrozenDictionary(static word => word.Text, StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Pairs(string abbreviations) =>
        abbreviations
            .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .Select(static pair => pair.Split('='))
            .ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);
}
