using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Names;

/// <summary>Words that are written in a way of their own. All are compared in small letters.</summary>
internal static class NameWords
{
    private static readonly TextSet MacNames = new(static () => MacNameList);

    // Mackey, Mackay, Macy, Mack, Macias, Machado and the like are not among them: only names that most who bear them write so.
    private static ReadOnlySpan<byte> MacNameList =>
        """
        macalister
        macallister
        macarthur
        macaskill
        macauley
        macbride
        maccallum
        maccormack
        macdermott
        macdonald
        macdonell
        macdonnell
        macdougal
        macdougall
        macdowell
        macduff
        macewan
        macewen
        macfadden
        macfarlane
        macgill
        macgillivray
        macgowan
        macgrath
        macgregor
        macguire
        macinnes
        macinnis
        macintosh
        macintyre
        macisaac
        maciver
        mackinnon
        mackintosh
        maclachlan
        maclaine
        maclaren
        maclaughlin
        maclean
        maclellan
        maclennan
        macleod
        macmahon
        macmaster
        macmillan
        macmurray
        macnab
        macnair
        macnamara
        macnaughton
        macneil
        macneill
        macphail
        macphee
        macpherson
        macquarie
        macqueen
        macrae
        macsween
        mactaggart
        mactavish
        macvicar
        macwilliams
        """u8;

    /// <summary>Whether a word is a particle that is written small: van, de, von.</summary>
    /// <param name="word">The word.</param>
    /// <param name="previous">The word before it, in any case; empty if there is none.</param>
    /// <param name="isCapital">Whether it was written in capitals, as an initial is.</param>
    public static bool IsParticle(ReadOnlySpan<char> word, ReadOnlySpan<char> previous, bool isCapital) => word switch
    {
        "de" or "del" or "della" or "dos" or "da" or "von" or "zu" or "zum" or "zur" or "du" or "des" or "ter" or "bin" or "ibn"
            or "binti" or "'t" => true,
        "van" => !IsVietnamese(previous),
        "der" or "den" or "het" or "dem" or "la" or "las" or "los" or "el" => previous.Equals("de", StringComparison.OrdinalIgnoreCase)
            || previous.Equals("van", StringComparison.OrdinalIgnoreCase) || previous.Equals("von", StringComparison.OrdinalIgnoreCase)
            || previous.Equals("in", StringComparison.OrdinalIgnoreCase) || previous.Equals("op", StringComparison.OrdinalIgnoreCase),
        "y" or "und" => !previous.IsEmpty && !isCapital,
        "and" => !previous.IsEmpty,
        _ => false,
    };

    /// <summary>Whether a word is the initials of two names: TJ, JD.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isFirst">Whether it stands first, so that it is no suffix.</param>
    public static bool IsInitials(ReadOnlySpan<char> word, bool isFirst) => word switch
    {
        "jr" or "sr" => isFirst,
        "mr" or "ms" or "dr" or "st" or "mc" or "mx" or "ng" or "lv" or "sz" => false,
        [var first, var second] when char.IsAsciiLetter(first) && char.IsAsciiLetter(second) =>
            second == 'j'
                || ("aeiouy".IndexOf(first, StringComparison.Ordinal) < 0 && "aeiouy".IndexOf(second, StringComparison.Ordinal) < 0),
        _ => false,
    };

    /// <summary>Whether a word is a suffix in capitals: III, MD.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isLast">Whether it stands last.</param>
    public static bool IsUpperSuffix(ReadOnlySpan<char> word, bool isLast) =>
        word is "ii" or "iii" || (isLast && word is "iv" or "vii" or "viii" or "md" or "dds" or "dvm" or "cpa" or "rn");

    /// <summary>Whether a word behind a comma is a degree that is written in capitals: RN, MBA.</summary>
    /// <param name="word">The word.</param>
    public static bool IsUpperDegree(ReadOnlySpan<char> word) =>
        word is "rn" or "md" or "mba" or "bsn" or "msn" or "jd" or "llm" or "cpa" or "dds" or "dmd" or "dvm" or "do" or "od" or "np"
            or "fnp" or "aprn" or "crna" or "dnp" or "lpn" or "lcsw" or "lmsw" or "lmft" or "msw" or "mph" or "cfa" or "cfp" or "pmp"
            or "pe" or "pa" or "pa-c" or "ba" or "bs" or "ma" or "ms" or "v" or "vi";

    /// <summary>
    /// Whether what follows a word's apostrophe begins with a capital: O'Brien, D'Angelo, Dell'Acqua; De'Andre and La'Shawn, but
    /// Ka'ahumanu.
    /// </summary>
    /// <param name="before">What stands before the apostrophe.</param>
    /// <param name="after">How many letters follow it.</param>
    public static bool TakesCapitalAfterApostrophe(ReadOnlySpan<char> before, int after) =>
        before.Length == 1 || before is "Dell" or "Dall" or "Nell" or "Sant" or "All"
        || (after > 2 && before is "De" or "Dee" or "Dre" or "Da" or "La" or "Le" or "Ja" or "Ke" or "Sha" or "Tre" or "Ty");

    /// <summary>Where a second capital stands: McDonald, MacLeod.</summary>
    /// <param name="word">The word, with its first capital.</param>
    /// <returns>-1 if there is none.</returns>
    public static int CapitalWithin(ReadOnlySpan<char> word) => word switch
    {
        ['M' or 'm', 'c', _, _, ..] => 2,
        ['M' or 'm', 'a', 'c', _, _, _, ..] when MacNames.Contains(word) => 3,
        _ => -1,
    };

    // In Vietnamese names Văn is a name: Nguyen Van Thanh.
    private static bool IsVietnamese(ReadOnlySpan<char> previous)
    {
        Span<char> plain = stackalloc char[6];
        if (previous.Length is 0 or > 6)
        {
            return false;
        }

        for (var i = 0; i < previous.Length; i++)
        {
            plain[i] = LatinLetters.BaseOf(previous[i]);
        }

        return (ReadOnlySpan<char>)plain[..previous.Length] is "nguyen" or "tran" or "le" or "pham" or "huynh" or "phan" or "vu" or "vo"
            or "dang" or "bui"
            or "do" or "ho" or "ngo" or "duong" or "ly" or "truong" or "dinh" or "doan" or "trinh" or "mai" or "cao" or "luong" or "ha";
    }
}
