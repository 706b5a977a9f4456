namespace LeadFilter.Core.Fields.Flags;

/// <summary>
/// Reads answers in a sentence that begins with yes or no: <c>No, I rent</c>, <c>Yes - I own it</c>. What follows is not understood,
/// so it must at least not take the first word back: <c>Yes, but …</c> and <c>Yes, not yet</c> are neither.
/// </summary>
internal static class FlagSentence
{
    private static readonly string[] Yes = ["yes", "yeah", "yep", "sí", "si"];
    private static readonly string[] No = ["no", "nope", "nah"];

    /// <summary>Behind a comma or a dash the sentence may go on as it likes.</summary>
    private const string Breaks = ",;-–—(!";

    /// <summary>Behind a space or a point it goes on with the person, or the word may belong to what follows: <c>No license</c>.</summary>
    private static readonly string[] Persons = ["i", "i'm", "i'd", "i've", "i'll", "we", "we're", "we've", "my", "our", "it's"];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> TakeYesBack =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            "no", "nope", "not", "never", "none", "but", "or", "unless", "without", "except", "maybe", "unsure", "if",
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> TakeNoBack =
        new HashSet<string>(StringComparer.OrdinalIgnoreCase)
        {
            "yes", "yeah", "yep", "but", "or", "unless", "except", "maybe", "unsure", "if", "problem", "problems", "objection",
            "objections",
        }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Reads a sentence.</summary>
    /// <param name="text">Plain text, trimmed, with spaces between its words.</param>
    /// <param name="isYes">The answer.</param>
    /// <param name="rest">What follows the answer.</param>
    /// <returns>False if it is no such sentence.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out bool isYes, out ReadOnlySpan<char> rest)
    {
        isYes = TryTake(Yes, text, out rest);
        if (!isYes && !TryTake(No, text, out rest))
        {
            return false;
        }

        // no-fault is a word of its own; a dash with a space beside it is none.
        var gap = rest.Length - rest.TrimStart().Length;
        var behind = rest[gap..];
        var isBreak = !behind.IsEmpty && Breaks.Contains(behind[0], StringComparison.Ordinal)
            && (behind[0] is not ('-' or '–' or '—') || gap > 0 || behind is [_, ' ', ..]);
        rest = behind.TrimStart(" ,;-–—(!.:").TrimEnd(" )!.");
        return !rest.IsEmpty
            && (isBreak || ((gap > 0 || behind[0] is '.' or ':') && IsPerson(rest)))
            && !IsTakenBack(rest, isYes ? TakeYesBack : TakeNoBack, isYes);
    }

    private static bool TryTake(string[] words, ReadOnlySpan<char> text, out ReadOnlySpan<char> rest)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && text.Length > word.Length
                && !char.IsLetterOrDigit(text[word.Length]))
            {
                rest = text[word.Length..];
                return true;
            }
        }

        rest = default;
        return false;
    }

    private static bool IsPerson(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(' ');
        var first = end < 0 ? rest : rest[..end];
        foreach (var person in Persons)
        {
            if (first.Equals(person, StringComparison.OrdinalIgnoreCase))
            {
                return end >= 0;
            }
        }

        return false;
    }

    // Digits would have to be understood too: "No - 2 accidents".
    private static bool IsTakenBack(ReadOnlySpan<char> rest, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> words, bool isYes)
    {
        while (!rest.IsEmpty)
        {
            var length = 0;
            while (length < rest.Length && (char.IsLetter(rest[length]) || rest[length] is '\''))
            {
                length++;
            }

            var word = rest[..length];
            if (words.Contains(word)
                || (isYes && word.EndsWith("n't", StringComparison.OrdinalIgnoreCase))
                || (length < rest.Length && (char.IsDigit(rest[length]) || rest[length] == '?')))
            {
                return true;
            }

            rest = rest[Math.Min(length + 1, rest.Length)..];
        }

        return false;
    }
}
