using LeadFilter.Core.Data;
using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Names;

/// <summary>
/// Obscene names: whole words, also with other characters for letters (sh1t, f*ck), and known jokes. Words that are people's names (Dick,
/// Cumming, Butt) are none.
/// </summary>
internal static class ProfaneNames
{
    // Obscene words that are names of people too, and whole names that are a vulgar joke or insult.
    private static readonly TextSet RealNames = new(new EmbeddedFile("real-names.txt").Read);
    private static readonly TextSet Jokes = new(new EmbeddedFile("joke-names.txt").Read);

    /// <summary>Whether a name is obscene.</summary>
    /// <param name="name">The name.</param>
    public static bool IsProfane(in SoughtName name)
    {
        var text = name.Text;
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not (' ' or '-' or '.' or ','))
            {
                continue;
            }

            if (Profanity.IsObsceneWord(text[start..i]) && !RealNames.Contains(text[start..i]))
            {
                return true;
            }

            start = i + 1;
        }

        return name.IsIn(Jokes);
    }
}
