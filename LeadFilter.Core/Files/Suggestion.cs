namespace LeadFilter.Core.Files;

/// <summary>Finds the word that somebody meant.</summary>
public static class Suggestion
{
    /// <summary>
    /// The candidate that a word of another product means (<see cref="Synonyms"/>), otherwise the one with the fewest edits from it, if
    /// it is at most a third of the word's length away. For a word without letters, such as <c>==</c>, an edit would be a guess.
    /// </summary>
    /// <param name="word">The word as it was written.</param>
    /// <param name="candidates">The words that there are.</param>
    /// <returns>Null if none is close.</returns>
    public static string? Closest(string word, params ReadOnlySpan<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(word);
        if (Synonyms.Find(word, candidates) is { } meant)
        {
            return meant;
        }

        string? closest = null;
        var fewest = Math.Max(1, word.Length / 3) + 1;
        if (!word.Any(char.IsAsciiLetter))
        {
            return null;
        }

        foreach (var candidate in candidates)
        {
            var edits = EditDistance.UpTo(fewest - 1, word, candidate);
            if (edits < fewest)
            {
                (closest, fewest) = (candidate, edits);
            }
        }

        return closest;
    }
}
