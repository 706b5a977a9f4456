using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Emails;

/// <summary>Tells user names that were typed at random (asdf, qwerty1, aaaa) from those that mean something.</summary>
internal static class MashedUser
{
    // People leave out vowels (jrdnsmth) and put initials in front of a name (jrtschmidt), so that it takes more than in a name.
    private const int MinWithoutVowel = 9;
    private const int MinConsonants = 8;
    private const int MinRepeated = 4;

    /// <summary>Whether a user name looks typed at random: each of its words of three letters or more does, and there is one.</summary>
    /// <param name="user">The user name in lower case, without a tag.</param>
    public static bool IsMash(ReadOnlySpan<char> user)
    {
        var found = false;
        var start = 0;
        for (var i = 0; i <= user.Length; i++)
        {
            if (i < user.Length && char.IsAsciiLetter(user[i]))
            {
                continue;
            }

            var word = user[start..i];
            start = i + 1;
            if (word.Length >= MinRepeated && KeyboardMash.IsMash(word, MinWithoutVowel, MinConsonants))
            {
                found = true;
            }
            else if (word.Length >= 3)
            {
                return false;
            }
        }

        return found;
    }
}
