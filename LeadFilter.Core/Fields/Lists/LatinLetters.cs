using System.Globalization;
using LeadFilter.Core.Data;

namespace LeadFilter.Core.Fields.Lists;

/// <summary>
/// Letters of the Latin script with and without their marks. The program runs without ICU, where <see cref="string.Normalize()"/> leaves
/// letters as they are. Source: Unicode; docs/data.md.
/// </summary>
internal static class LatinLetters
{
    private const int FirstOfLower = 0xC0;
    private const int FirstOfUpper = 0x1E00;

    // The base letters of U+00C0 to U+024F and of U+1E00 to U+1EFF; a dot where there is none.
    private static readonly string[] Bases = new EmbeddedFile("latin-bases.txt").ReadLines();
    private static readonly string LowerBases = Bases[0];
    private static readonly string UpperBases = Bases[1];

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
            >= '\u00C0' and <= '\u024F' => LowerBases[letter - FirstOfLower],
            >= '\u1E00' and <= '\u1EFF' => UpperBases[letter - FirstOfUpper],
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
        // Letter, combining mark and the one letter for both, by their code points.
        var lines = new EmbeddedFile("latin-compositions.txt").ReadLines();
        var composed = new Dictionary<int, char>(lines.Length);
        foreach (var line in lines)
        {
            var (letter, mark, both) = (CodePoint(line, 0), CodePoint(line, 1), CodePoint(line, 2));

            // Letters without a capital of their own, such as ẙ, stay apart, so that the case of a text does not change its letters.
            if (!char.IsLower(both) || char.ToUpperInvariant(both) != both)
            {
                composed[(letter << 16) | mark] = both;
            }
        }

        return composed;
    }

    private static char CodePoint(string line, int column) =>
        (char)ushort.Parse(line.AsSpan(column * 5, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
