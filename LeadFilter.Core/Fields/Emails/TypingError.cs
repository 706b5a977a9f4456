using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Emails;

/// <summary>Whether a word is another one with one typing error.</summary>
internal static class TypingError
{
    /// <summary>
    /// Whether a word came of another by one letter left out, two exchanged, one typed twice or along with the key beside it, or one
    /// replaced by the key beside it, by the letter before it or by one that looks or sounds like it. The first letter is seldom
    /// mistyped: it is left out, or replaced by its neighbour in the row.
    /// </summary>
    /// <param name="typed">The word as typed, in lower case.</param>
    /// <param name="meant">The word that may be meant.</param>
    public static bool IsOneApart(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        var same = typed.CommonPrefixLength(meant);
        switch (typed.Length - meant.Length)
        {
            case -1:
                return typed[same..].SequenceEqual(meant[(same + 1)..]);
            case 1:
                return typed[(same + 1)..].SequenceEqual(meant[same..]) && IsSlip(typed, same);
            case 0 when same < meant.Length:
                return IsReplaced(typed, meant, same) || IsExchanged(typed[same..], meant[same..]);
            default:
                return false;
        }
    }

    // A letter too many: the same as the one before it, or a key beside the letter before or after it.
    private static bool IsSlip(ReadOnlySpan<char> typed, int extra) => extra > 0
        && (typed[extra] == typed[extra - 1] || Keyboard.AreNeighbours(typed[extra], typed[extra - 1])
            || (extra + 1 < typed.Length && Keyboard.AreNeighbours(typed[extra], typed[extra + 1])));

    private static bool IsReplaced(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant, int at)
    {
        if (!typed[(at + 1)..].SequenceEqual(meant[(at + 1)..]))
        {
            return false;
        }

        return at == 0
            ? Keyboard.StepInRow(typed[0], meant[0]) != 0
            : Keyboard.AreNeighbours(typed[at], meant[at]) || LookAlike(typed[at], meant[at]) || typed[at] == typed[at - 1];
    }

    private static bool IsExchanged(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant) => typed.Length > 1
        && typed[0] == meant[1] && typed[1] == meant[0] && typed[2..].SequenceEqual(meant[2..]);

    private static bool LookAlike(char typed, char meant) => (typed, meant) switch
    {
        ('1' or 'l', 'i' or 'l') or ('i', 'l') or ('0', 'o') => true,
        ('a' or 'e' or 'i' or 'o' or 'u', 'a' or 'e' or 'i' or 'o' or 'u') => true,
        ('c', 'k') or ('k', 'c') or ('s', 'z') or ('z', 's') => true,
        _ => false,
    };
}
