using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Names;

/// <summary>Words by which a whole name is split, without case, dots and commas.</summary>
internal static class FullNameWords
{
    private const int MaxWordLength = 12;

    private static readonly TextSet Salutations = new(static () => SalutationList);
    private static readonly TextSet Suffixes = new(static () => SuffixList);
    private static readonly TextSet Credentials = new(static () => CredentialList);
    private static readonly TextSet Particles = new(static () => ParticleList);

    private static ReadOnlySpan<byte> SalutationList =>
        """
        adm
        capt
        cmdr
        col
        cpl
        doctor
        dr
        frau
        gen
        gov
        herr
        hon
        lt
        madam
        madame
        maj
        miss
        mister
        mlle
        mme
        monsieur
        mr
        mrs
        ms
        mx
        prof
        professor
        rev
        reverend
        sen
        senor
        senora
        senorita
        sgt
        sir
        sra
        srta
        """u8;

    // Degrees and licenses that are nobody's name are among them.
    private static ReadOnlySpan<byte> SuffixList =>
        """
        2nd
        3rd
        4th
        5th
        aprn
        bsn
        ccrn
        cfa
        cfp
        cpa
        crna
        dds
        dmd
        dnp
        dvm
        edd
        esq
        facs
        ii
        iii
        iv
        jr
        lcsw
        llm
        lmft
        lmsw
        lpc
        lpn
        msn
        msw
        pharmd
        phd
        pmp
        psyd
        sr
        """u8;

    // Behind a comma, degrees and licenses that can be names elsewhere.
    private static ReadOnlySpan<byte> CredentialList =>
        """
        ba
        bs
        bsc
        cna
        do
        emt
        fnp
        jd
        ma
        mba
        md
        med
        mph
        ms
        msc
        np
        od
        pa
        pa-c
        pe
        pt
        rn
        rph
        """u8;

    private static ReadOnlySpan<byte> ParticleList =>
        """
        't
        abu
        bin
        da
        das
        de
        del
        della
        dem
        den
        der
        des
        di
        dos
        du
        el
        het
        ibn
        la
        las
        le
        los
        san
        santa
        st
        ste
        ten
        ter
        van
        vom
        von
        zu
        zum
        zur
        """u8;

    /// <summary>Whether a word is a form of address: Mr., Dr.</summary>
    /// <param name="word">The word.</param>
    public static bool IsSalutation(ReadOnlySpan<char> word) => Salutations.Contains(Bare(word, stackalloc char[MaxWordLength]));

    /// <summary>Whether a word is a form of address at the front of a name: also Sr., which is Jr.'s father behind one.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isFirst">Whether it is the first word.</param>
    public static bool IsSalutation(ReadOnlySpan<char> word, bool isFirst) => IsSalutation(word) || (isFirst && word is "Sr." or "sr.");

    /// <summary>Whether a word joins two people: and, &amp;, +.</summary>
    /// <param name="word">The word.</param>
    public static bool IsAnd(ReadOnlySpan<char> word) => word is "&" or "+" || word.Equals("and", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a word may stand behind a name: Jr., III. V, VI, MD and RN do so only in capitals and behind two words.</summary>
    /// <param name="word">The word.</param>
    /// <param name="words">How many words the name has with it, without salutations.</param>
    public static bool IsSuffix(ReadOnlySpan<char> word, int words)
    {
        var bare = Bare(word, stackalloc char[MaxWordLength]);
        return !AreInitials(word) && (Suffixes.Contains(bare) || (words > 2 && bare is "V" or "VI" or "MD" or "RN" or "MBA"));
    }

    /// <summary>
    /// Whether a word behind a whole name and a comma is a suffix: RN, M.Ed, V. In small letters it can be a name: Ma, Do.
    /// </summary>
    /// <param name="word">The word.</param>
    public static bool IsCredential(ReadOnlySpan<char> word)
    {
        var bare = Bare(word, stackalloc char[MaxWordLength]);
        return !AreInitials(word)
            && (Suffixes.Contains(bare)
                || bare is "V" or "VI"
                || (Credentials.Contains(bare) && (word[..^1].Contains('.') || !bare.ContainsAnyInRange('a', 'z'))));
    }

    /// <summary>Whether two words are Ph. D.</summary>
    /// <param name="first">The first.</param>
    /// <param name="second">The second.</param>
    public static bool IsPhD(ReadOnlySpan<char> first, ReadOnlySpan<char> second) =>
        first is "Ph." or "Ph" or "PH." && second is "D." or "D";

    // J.R. is no Jr.
    private static bool AreInitials(ReadOnlySpan<char> word) => word is ['J' or 'S', '.', 'R', ..];

    /// <summary>Whether a word before the last one belongs to the last name: van, de, St.</summary>
    /// <param name="word">The word.</param>
    public static bool IsParticle(ReadOnlySpan<char> word) => Particles.Contains(Bare(word, stackalloc char[MaxWordLength]));

    // The word without the tilde of señor, dots and commas; empty if it is longer than any that is looked for.
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word, Span<char> bare)
    {
        if (word.Length > MaxWordLength)
        {
            return default;
        }

        var length = 0;
        foreach (var c in word)
        {
            if (c is not ('.' or ','))
            {
                bare[length++] = c == 'ñ' ? 'n' : c;
            }
        }

        return bare[..length];
    }
}
