namespace LeadFilter.Core.Fields.Lists;

/// <summary>
/// Letters of the Latin script with and without their marks. The program runs without ICU, where <see cref="string.Normalize()"/> leaves
/// letters as they are.
/// </summary>
internal static partial class LatinLetters
{
    private static readonly Lazy<Dictionary<int, char>> Composed = new(ReadCompositions);

    /// <summary>The letter from a to z that a letter is, or has under its marks: e for É and ệ, o for ø.</summary>
    /// <param name="letter">Any character.</param>
    /// <returns>Zero if it is no Latin letter.</returns>
    public static char BaseOf(char letter)
    {
        var found = letter switch
        {
            >= 'a' and <= 'z' => letter,
            >= 'A' and <= 'Z' => (char)(letter | 0x20),
            >= '\u00C0' and <= '\u024F' => LowerBases[letter - 0xC0],
            >= '\u1E00' and <= '\u1EFF' => UpperBases[letter - 0x1E00],
            _ => '.',
        };
        return found == '.' ? '\0' : found;
    }

    /// <summary>Whether a character is a mark that stands over or under the letter before it.</summary>
    /// <param name="c">Any character.</param>
    public static bool IsMark(char c) => c is >= '\u0300' and <= '\u0331';

    /// <summary>The one letter for a letter and a mark: é for e and U+0301.</summary>
    /// <param name="letter">The letter.</param>
    /// <param name="mark">The mark.</param>
    /// <returns>Zero if there is none.</returns>
    public static char Compose(char letter, char mark) => Composed.Value.GetValueOrDefault((letter << 16) | mark);

    private static Dictionary<int, char> ReadCompositions()
    {
        var composed = new Dictionary<int, char>(Compositions.Length / 3);
        for (var i = 0; i < Compositions.Length; i += 3)
        {
            // Letters without a capital of their own, such as ẙ, stay apart, so that the case of a text does not change its letters.
            if (!char.IsLower(Compositions[i + 2]) || char.ToUpperInvariant(Compositions[i + 2]) != Compositions[i + 2])
            {
                composed[(Compositions[i] << 16) | Compositions[i + 1]] = Compositions[i + 2];
            }
        }

        return composed;
    }
}
