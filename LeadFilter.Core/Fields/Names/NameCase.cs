namespace LeadFilter.Core.Fields.Names;

/// <summary>
/// Gives the words of a name their usual case. A word in mixed case is left as its owner wrote it; one all in capitals or all in small
/// letters is written again: McDonald, O'Brien, Jean-Luc, van der Berg, III. What becomes of a word depends on its letters and its place,
/// not on the case of its neighbors, so doing it twice changes nothing.
/// </summary>
internal static class NameCase
{
    private const int MaxSpecialLength = 16;

    /// <summary>Writes the words in their usual case, in place.</summary>
    /// <param name="text">The tidy text: words with single spaces between them.</param>
    /// <param name="kind">What the field holds.</param>
    public static void Apply(Span<char> text, NameKind kind)
    {
        var start = 0;
        var previous = ReadOnlySpan<char>.Empty;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != ' ')
            {
                continue;
            }

            var word = text[start..i];
            if (IsOneCase(word))
            {
                Write(word, new(kind, IsFirst: start == 0, IsLast: i == text.Length), previous);
            }

            previous = word;
            start = i + 1;
        }
    }

    /// <summary>Whether a word is all in capitals or all in small letters.</summary>
    /// <param name="word">The word.</param>
    internal static bool IsOneCase(ReadOnlySpan<char> word)
    {
        var (upper, lower) = (false, false);
        foreach (var c in word)
        {
            if (!IsGeorgian(c))
            {
                upper |= char.IsUpper(c);
                lower |= char.IsLower(c);
            }
        }

        return upper != lower;
    }

    // Georgian has capitals for headlines only.
    private static bool IsGeorgian(char c) => c is (>= '\u10A0' and <= '\u10FF') or (>= '\u1C90' and <= '\u1CBF');

    private static void Write(Span<char> word, WordPlace place, ReadOnlySpan<char> previous)
    {
        var isCapital = char.IsUpper(word[0]);
        Lower(word);
        if (word.Length <= MaxSpecialLength && WriteSpecial(word, place, previous, isCapital))
        {
            return;
        }

        Capitalise(word);
    }

    /// <summary>Writes a word in small letters.</summary>
    /// <param name="word">The word.</param>
    internal static void Lower(Span<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            word[i] = char.ToLowerInvariant(word[i]);
        }

        WriteFinalSigmas(word);
    }

    private static void WriteFinalSigmas(Span<char> word)
    {
        for (var i = 1; i < word.Length; i++)
        {
            if (word[i] == 'σ' && char.IsLetter(word[i - 1]) && (i + 1 == word.Length || !char.IsLetter(word[i + 1])))
            {
                word[i] = 'ς';
            }
        }
    }

    private static bool WriteSpecial(Span<char> word, WordPlace place, ReadOnlySpan<char> previous, bool isCapital)
    {
        var bare = word.TrimEnd(".,");
        if (place.MayBeParticle && NameWords.IsParticle(bare, previous, isCapital))
        {
            return true;
        }

        if (NameWords.IsInitials(bare, place.IsFirst) || NameWords.IsUpperSuffix(bare, place.IsLast && !place.IsFirst)
            || (previous is [.., ','] && place.Kind == NameKind.Full && NameWords.IsUpperDegree(bare)))
        {
            for (var i = 0; i < bare.Length; i++)
            {
                bare[i] = char.ToUpperInvariant(bare[i]);
            }

            return true;
        }

        if (!place.IsFirst && bare.SequenceEqual("phd"))
        {
            (word[0], word[2]) = ('P', 'D');
            return true;
        }

        return false;
    }

    private static void Capitalise(Span<char> word)
    {
        var start = 0;
        for (var i = 0; i <= word.Length; i++)
        {
            if (i < word.Length && word[i] is not ('-' or '.' or '/' or '(' or '"' or ',' or '&' or '+'))
            {
                continue;
            }

            CapitalisePiece(word[start..i]);
            start = i + 1;
        }
    }

    /// <summary>Writes a word or a piece of one with its capitals: Main, O'Fallon, McAllen.</summary>
    /// <param name="piece">The piece, in small letters, without hyphens.</param>
    internal static void CapitalisePiece(Span<char> piece)
    {
        if (piece.IsEmpty)
        {
            return;
        }

        var apostrophe = piece.IndexOf('\'');

        // The Dutch 't and 's stay small.
        if (apostrophe == 0 && piece.Length == 2)
        {
            return;
        }

        var first = apostrophe == 0 ? 1 : 0;
        if (first == piece.Length)
        {
            return;
        }

        piece[first] = char.ToUpperInvariant(piece[first]);
        if (apostrophe > 0 && piece.Length - apostrophe > 2
            && NameWords.TakesCapitalAfterApostrophe(piece[..apostrophe], piece.Length - apostrophe - 1))
        {
            CapitalisePiece(piece[(apostrophe + 1)..]);
        }
        else if (NameWords.CapitalWithin(piece) is > 0 and var within)
        {
            piece[within] = char.ToUpperInvariant(piece[within]);
        }
    }
}
