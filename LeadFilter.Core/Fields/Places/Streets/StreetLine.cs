using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>
/// A canonical street as words. Each is also known in small letters without accents and apostrophes. Apt4B and FM-2920 are two words, #4
/// too, and so is 3/45 at the beginning.
/// </summary>
internal ref struct StreetLine
{
    private readonly ReadOnlySpan<char> text;
    private readonly Span<StreetToken> tokens;
    private readonly Span<char> folded;
    private int foldedLength;

    /// <summary>Takes a text apart. Linear.</summary>
    /// <param name="text">The canonical text.</param>
    /// <param name="tokens">Room for as many words as the text has characters.</param>
    /// <param name="folded">Room for as many characters as the text has.</param>
    public StreetLine(ReadOnlySpan<char> text, Span<StreetToken> tokens, Span<char> folded)
    {
        this.text = text;
        this.tokens = tokens;
        this.folded = folded;
        var gap = StreetBreak.None;
        for (var i = 0; i < text.Length;)
        {
            if (IsBetweenWords(text[i]) || IsDash(i))
            {
                gap = text[i] is ' ' or ':' ? gap : StreetBreak.Comma;
                i++;
                continue;
            }

            var end = text[i] == '#' ? i + 1 : WordEnd(i);
            var known = Count;
            Add(i, end, Count == 0 ? StreetBreak.None : gap);
            (i, gap) = (end, Count > known ? StreetBreak.None : gap);
        }
    }

    /// <summary>How many words there are.</summary>
    public int Count { readonly get; private set; }

    /// <summary>A word in small letters, without accents and apostrophes.</summary>
    /// <param name="at">Its place.</param>
    public readonly ReadOnlySpan<char> this[int at] => folded[tokens[at].FoldedStart..tokens[at].FoldedEnd];

    /// <summary>What stands before a word.</summary>
    /// <param name="at">Its place; behind the last word there is a comma.</param>
    public readonly StreetBreak Break(int at) => at < Count ? tokens[at].Break : StreetBreak.Comma;

    /// <summary>What a word may be.</summary>
    /// <param name="at">Its place.</param>
    public readonly StreetWordKind Kind(int at) => tokens[at].Kind;

    /// <summary>Whether a word is one of some kinds.</summary>
    /// <param name="at">Its place; nothing is behind the last word.</param>
    /// <param name="kinds">The kinds, one of which is enough.</param>
    public readonly bool Is(int at, StreetWordKind kinds) => (uint)at < (uint)Count && (tokens[at].Kind & kinds) != StreetWordKind.None;

    /// <summary>What a word becomes in an identity.</summary>
    /// <param name="at">Its place.</param>
    public readonly ReadOnlySpan<char> Short(int at) => tokens[at].Word is >= 0 and var word ? StreetWords.At(word).Short : this[at];

    /// <summary>What a word becomes in a house number or a flat.</summary>
    /// <param name="at">Its place.</param>
    public readonly ReadOnlySpan<char> ShortInUnit(int at) =>
        tokens[at].Word is >= 0 and var word ? StreetWords.At(word).ShortInUnit : this[at];

    /// <summary>Where words stand in the canonical text.</summary>
    /// <param name="words">The places of the words.</param>
    /// <returns>Default if there are none.</returns>
    public readonly Range PlaceOf(Range words) =>
        words.Start.Value < words.End.Value ? tokens[words.Start.Value].Start..tokens[words.End.Value - 1].End : default;

    /// <summary>The canonical text of words.</summary>
    /// <param name="words">The places of the words.</param>
    public readonly ReadOnlySpan<char> TextOf(Range words) => text[PlaceOf(words)];

    private static bool IsBetweenWords(char c) => c is ' ' or ',' or '(' or ')' or '"' or ':';

    private static bool IsSilent(char c) => c is '\'' or '\u2019' || LatinLetters.IsMark(c);

    private readonly bool IsDash(int at) =>
        text[at] == '-' && (at == 0 || text[at - 1] == ' ') && (at + 1 == text.Length || text[at + 1] == ' ');

    private readonly int WordEnd(int at)
    {
        while (at < text.Length && !IsBetweenWords(text[at]) && text[at] != '#')
        {
            at++;
        }

        return at;
    }

    private void Add(int start, int end, StreetBreak gap)
    {
        var from = foldedLength;
        foreach (var c in text[start..end])
        {
            if (!IsSilent(c))
            {
                folded[foldedLength++] = LatinLetters.BaseOf(c) is not '\0' and var letter ? letter : char.ToLowerInvariant(c);
            }
        }

        // An apostrophe or an accent alone is no word.
        ReadOnlySpan<char> word = folded[from..foldedLength];
        if (word.IsEmpty)
        {
            return;
        }

        if (word.Length == end - start && SplitAt(word, out var rest) is > 0 and var first)
        {
            Push(start, start + first, from, gap);
            Push(start + rest, end, from + rest, word[rest - 1] == '/' ? StreetBreak.Slash : StreetBreak.None);
            return;
        }

        Push(start, end, from, gap);
    }

    private void Push(int start, int end, int from, StreetBreak gap)
    {
        var to = Math.Min(from + end - start, foldedLength);
        var word = folded[from..to];
        var place = to > from && char.IsAsciiDigit(word[0]) ? StreetWords.Unknown : StreetWords.Find(word);
        var kind = place < 0 ? StreetWordKind.None : StreetWords.At(place).Kind;
        tokens[Count++] = new((short)start, (short)end, (short)from, (short)to, place, kind, gap);
    }

    // Where the first of two words ends, and the second begins; 0 if it is one.
    private readonly int SplitAt(ReadOnlySpan<char> word, out int rest)
    {
        rest = 0;
        if (word.Length < 2)
        {
            return 0;
        }

        if (char.IsAsciiDigit(word[0]))
        {
            rest = word.IndexOf('/') + 1;
            return Count == 0 && rest > 1 && !StreetNumber.IsFraction(word) && StreetNumber.IsDigits(word[..(rest - 1)])
                && rest < word.Length && char.IsAsciiDigit(word[rest])
                ? rest - 1
                : 0;
        }

        // Apt-B, FM-2920; but Winston-Salem is one word.
        var hyphen = word.IndexOf('-');
        if (hyphen > 0 && hyphen + 1 < word.Length && IsAnnouncing(word[..hyphen])
            && (hyphen + 2 == word.Length || StreetNumber.HasDigit(word[hyphen..]) || IsAnnouncing(word[(hyphen + 1)..])))
        {
            rest = hyphen + 1;
            return hyphen;
        }

        rest = word.IndexOfAnyInRange('0', '9');
        return rest > 0 && IsAnnouncing(word[..rest]) ? rest : 0;
    }

    private static bool IsAnnouncing(ReadOnlySpan<char> word)
    {
        const StreetWordKind Announcing = StreetWordKind.Unit | StreetWordKind.Building | StreetWordKind.Floor | StreetWordKind.Box
            | StreetWordKind.Route | StreetWordKind.Numbered | StreetWordKind.Mark | StreetWordKind.Alone;
        return StreetWords.Find(word) is >= 0 and var place && (StreetWords.At(place).Kind & Announcing) != StreetWordKind.None;
    }
}
