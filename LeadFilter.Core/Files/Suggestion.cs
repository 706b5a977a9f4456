namespace LeadFilter.Core.Files;

/// <summary>Finds the word that somebody meant.</summary>
internal static class Suggestion
{
    /// <summary>
    /// The candidate with the fewest edits from a word, if it is at most a third of the word's length away. For a word
    /// without letters, such as <c>==</c>, any candidate would be a guess.
    /// </summary>
    public static string? Closest(string word, params ReadOnlySpan<string> candidates)
    {
        string? closest = null;
        var fewest = Math.Max(1, word.Length / 3) + 1;
        if (!word.Any(char.IsAsciiLetter))
        {
            return null;
        }

        foreach (var candidate in candidates)
        {
            if (Math.Abs(word.Length - candidate.Length) >= fewest)
            {
                continue;
            }

            var edits = Edits(word.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (edits < fewest)
            {
                (closest, fewest) = (candidate, edits);
            }
        }

        return closest;
    }

    // Levenshtein's distance, with two neighbours swapped as one edit (optimal string alignment), one row at a time.
    private static int Edits(string from, string to)
    {
        var (beforeLast, last, row) = (new int[to.Length + 1], new int[to.Length + 1], Enumerable.Range(0, to.Length + 1).ToArray());
        for (var i = 1; i <= from.Length; i++)
        {
            (beforeLast, last, row) = (last, row, beforeLast);
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }
        }

        return row[^1];
    }
}
