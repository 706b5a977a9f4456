using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Core.Fields.Names;

/// <summary>
/// The form of a name in which it is looked up: words of letters from a to z with single spaces between them. Marks, apostrophes and
/// digits are left out; what else is no letter parts words; a letter of another script is a question mark.
/// </summary>
internal static class NameKey
{
    /// <summary>The most characters of a name that are looked at.</summary>
    public const int MaxCharacters = 96;

    /// <summary>Writes the key.</summary>
    /// <param name="text">The canonical text.</param>
    /// <param name="destination">Room for <see cref="MaxCharacters"/>.</param>
    /// <returns>The part of the destination that holds it.</returns>
    public static ReadOnlySpan<char> Write(ReadOnlySpan<char> text, Span<char> destination)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (length == MaxCharacters)
            {
                break;
            }

            if (char.IsAsciiLetterLower(c))
            {
                destination[length++] = c;
            }
            else if (LatinLetters.BaseOf(c) is not '\0' and var letter)
            {
                destination[length++] = letter;
            }
            else if (char.IsLetter(c) || char.IsSurrogate(c))
            {
                destination[length++] = '?';
            }
            else if (c != '\'' && !char.IsAsciiDigit(c) && length > 0 && destination[length - 1] != ' ')
            {
                destination[length++] = ' ';
            }
        }

        return destination[..length].TrimEnd(' ');
    }

    /// <summary>Takes the first word off a key.</summary>
    /// <param name="rest">The key; then what follows the word.</param>
    public static ReadOnlySpan<char> NextWord(ref ReadOnlySpan<char> rest)
    {
        var space = rest.IndexOf(' ');
        var word = space < 0 ? rest : rest[..space];
        rest = space < 0 ? default : rest[(space + 1)..];
        return word;
    }
}
