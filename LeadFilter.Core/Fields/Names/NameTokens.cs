using System.Text;

namespace LeadFilter.Core.Fields.Names;

/// <summary>
/// The words of a whole name, with the commas between them. Left out is what is no part of the name: what stands in brackets or quotes
/// (nicknames, notes), and what has no letter (telephone numbers, emoji).
/// </summary>
/// <param name="words">Room for the words.</param>
internal ref struct NameTokens(Span<NameSlice> words)
{
    /// <summary>The most words; what is left after the last counts as part of it.</summary>
    public const int MaxWords = 24;

    private readonly Span<NameSlice> words = words;
    private int commas;

    /// <summary>How many words there are.</summary>
    public int Count { get; private set; }

    /// <summary>The words.</summary>
    public readonly ReadOnlySpan<NameSlice> Words => words[..Count];

    /// <summary>Reads them.</summary>
    /// <param name="text">The canonical text.</param>
    public void Read(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (start < text.Length)
        {
            if (text[start] is ' ' or ',')
            {
                commas |= text[start] == ',' && Count > 0 ? 1 << (Count - 1) : 0;
                start++;
                continue;
            }

            var end = AsideEnd(text, start);
            if (end == 0)
            {
                end = Count == MaxWords - 1 ? text.TrimEnd(" ,").Length : WordEnd(text, start);
                if (HasLetter(text[start..end]) || FullNameWords.IsAnd(text[start..end]))
                {
                    words[Count++] = new(start, end - start);
                }
            }

            start = int.Max(end, start + 1);
        }
    }

    /// <summary>Whether a comma follows a word.</summary>
    /// <param name="word">Its place.</param>
    public readonly bool IsBeforeComma(int word) => ((commas >> word) & 1) != 0;

    // Where a note in brackets or quotes ends; 0 if none begins here.
    private static int AsideEnd(ReadOnlySpan<char> text, int start)
    {
        var close = text[start] switch { '(' => ')', '[' => ']', '"' => '"', '\'' => '\'', _ => '\0' };
        if (close == '\0' || start == 0)
        {
            return 0;
        }

        var rest = text[(start + 1)..];
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] == close && (i + 1 == rest.Length || rest[i + 1] is ' ' or ','))
            {
                return start + i + 2;
            }
        }

        return 0;
    }

    // A word ends at a blank or comma, and behind the dot of a salutation: Mr.John.
    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].IndexOfAny(' ', ',');
        var word = length < 0 ? text[start..] : text.Slice(start, length);
        var dot = word.IndexOf('.');
        return dot > 1 && dot + 2 < word.Length && char.IsLetter(word[dot + 1]) && FullNameWords.IsSalutation(word[..dot])
            ? start + dot + 1
            : start + word.Length;
    }

    private static bool HasLetter(ReadOnlySpan<char> word)
    {
        foreach (var rune in word.EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
            {
                return true;
            }
        }

        return false;
    }
}
