using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Names;

/// <summary>
/// Obscene names: whole words, also with other characters for letters (sh1t, f*ck), and known jokes. Words that are people's names (Dick,
/// Cumming, Butt) are none.
/// </summary>
internal static class ProfaneNames
{
    private static readonly Lazy<TextSet> RealNames = new(static () => new(static () => FakeNameLists.RealNames));
    private static readonly Lazy<TextSet> Jokes = new(static () => new(static () => FakeNameLists.Jokes));

    /// <summary>Whether a name is obscene.</summary>
    /// <param name="text">The canonical text.</param>
    /// <param name="kind">What the field holds.</param>
    public static bool IsProfane(ReadOnlySpan<char> text, NameKind kind)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not (' ' or '-' or '.' or ','))
            {
                continue;
            }

            if (Profanity.IsObsceneWord(text[start..i]) && !RealNames.Value.Contains(text[start..i]))
            {
                return true;
            }

            start = i + 1;
        }

        return FakeNames.IsWhole(text, NameKey.Write(text, stackalloc char[NameKey.MostCharacters]), kind, Jokes.Value);
    }
}
