namespace LeadFilter.Core.Fields.Lists;

/// <summary>
/// Marks of three ASCII characters or more that may stand anywhere in a text, without case. Made in microseconds, unlike a search
/// for many strings at once by vectors, whose making costs milliseconds at the first use.
/// </summary>
internal sealed class MarkSet
{
    private const int Beginning = 3;
    private const int BitsPerCharacter = 5;
    private const int MaxBeginnings = 1 << (Beginning * BitsPerCharacter);

    // A bit for each beginning, folded to five bits a character: says at almost every place of a text that no mark begins there.
    private readonly ulong[] beginnings = new ulong[MaxBeginnings / 64];
    private readonly Dictionary<int, string[]> marks;

    /// <summary>Makes a set.</summary>
    /// <param name="marks">The marks.</param>
    /// <exception cref="ArgumentException">A mark is too short.</exception>
    public MarkSet(params ReadOnlySpan<string> marks)
    {
        var byBeginning = new Dictionary<int, string[]>();
        foreach (var mark in marks)
        {
            if (mark.Length < Beginning)
            {
                throw new ArgumentException($"'{mark}' is too short.", nameof(marks));
            }

            var key = Next(Next(Next(0, mark[0]), mark[1]), mark[2]);
            beginnings[key / 64] |= 1UL << (key % 64);
            byBeginning[key] = [.. byBeginning.GetValueOrDefault(key) ?? [], mark];
        }

        this.marks = byBeginning;
    }

    /// <summary>Whether one of the marks stands in a text. Allocates nothing.</summary>
    /// <param name="text">The text.</param>
    public bool IsIn(ReadOnlySpan<char> text)
    {
        var key = 0;
        for (var at = 0; at < text.Length; at++)
        {
            key = Next(key, text[at]);
            if ((beginnings[key / 64] >> (key % 64) & 1) != 0 && at >= Beginning - 1 && StandsAt(key, text[(at - Beginning + 1)..]))
            {
                return true;
            }
        }

        return false;
    }

    private static int Next(int key, char c) => ((key << BitsPerCharacter) | (c & ((1 << BitsPerCharacter) - 1))) & (MaxBeginnings - 1);

    private bool StandsAt(int key, ReadOnlySpan<char> text)
    {
        foreach (var mark in marks[key])
        {
            if (text.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
