namespace LeadFilter.Core.Files;

/// <summary>Finds the word that somebody meant.</summary>
internal static class Suggestion
{
    /// <summary>The candidate with the fewest edits from a word, if it is at most a third of the word's length away.</summary>
    public static string? Closest(string word, params ReadOnlySpan<string> candidates)
    {
        string? closest = null;
        var fewest = Math.Max(1, word.Length / 3) + 1;
        foreach (var candidate in candidates)
        {
            var edits = Edits(word.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (edits < fewest)
            {
                (closest, fewest) = (candidate, edits);
            }
        }

        return closest;
    }

    // Levenshtein's distance, one row at a time.
    private static int Edits(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
