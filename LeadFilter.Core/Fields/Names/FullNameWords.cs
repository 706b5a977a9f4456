using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Names;

/// <summary>Words by which a whole name is split, without case, dots and commas.</summary>
internal static class FullNameWords
{
    private const int MaxWordLength = 12;

    private static readonly TextSet Salutations = new(static () => SalutationList);
    private static readonly TextSet Suffixes = new(static () => SuffixList);
    private static readonly TextSet Particles = new(static () => ParticleList);

    private static ReadOnlySpan<byte> SalutationList =>
        """
        capt
        col
        doctor
        dr
        frau
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
        senor
        senora
        senorita
        sgt
        sir
        sra
        srta
        """u8;

    private static ReadOnlySpan<byte> SuffixList =>
        """
        2nd
        3rd
        4th
        5th
        cpa
        dds
        dvm
        esq
        ii
        iii
        iv
        jr
        phd
        sr
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

    /// <summary>Whether a word may stand behind a name: Jr., III. V, VI, MD and RN do so only in capitals and behind two words.</summary>
    /// <param name="word">The word.</param>
    /// <param name="words">How many words the name has with it, without salutations.</param>
    public static bool IsSuffix(ReadOnlySpan<char> word, int words)
    {
        var bare = Bare(word, stackalloc char[MaxWordLength]);
        return Suffixes.Contains(bare) || (words > 2 && bare is "V" or "VI" or "MD" or "RN");
    }

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
