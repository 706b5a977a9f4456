namespace LeadFilter.Core.Fields.Lists;

/// <summary>The letters of an English keyboard, and which of them lie side by side.</summary>
internal static class Keyboard
{
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];

    // By letter from a to z: the row times 16 and the place in it.
    private static readonly byte[] Places = PlaceLetters();

    /// <summary>Whether two letters lie next to each other, in one row or in two.</summary>
    /// <param name="one">A letter from a to z; of anything else the answer is no.</param>
    /// <param name="other">Another.</param>
    public static bool AreNeighbours(char one, char other)
    {
        if (!char.IsAsciiLetterLower(one) || !char.IsAsciiLetterLower(other) || one == other)
        {
            return false;
        }

        var (first, second) = (Places[one - 'a'], Places[other - 'a']);
        var (rows, columns) = ((second >> 4) - (first >> 4), (second & 15) - (first & 15));

        // Each row is shifted to the right by about half a key.
        return rows switch
        {
            0 => columns is 1 or -1,
            1 => columns is 0 or -1,
            -1 => columns is 0 or 1,
            _ => false,
        };
    }

    /// <summary>
    /// The step from one letter to the next in its row: 1 to the right, -1 to the left, 0 if they are no neighbours there.
    /// </summary>
    /// <param name="from">A letter from a to z.</param>
    /// <param name="to">Another.</param>
    public static int StepInRow(char from, char to)
    {
        if (!char.IsAsciiLetterLower(from) || !char.IsAsciiLetterLower(to))
        {
            return 0;
        }

        var step = Places[to - 'a'] - Places[from - 'a'];
        return step is 1 or -1 ? step : 0;
    }

    /// <summary>Whether a letter is one of the upper row, q to p.</summary>
    /// <param name="letter">A letter from a to z.</param>
    public static bool IsInUpperRow(char letter) => Places[letter - 'a'] < 16;

    private static byte[] PlaceLetters()
    {
        var places = new byte[26];
        for (var row = 0; row < Rows.Length; row++)
        {
            for (var column = 0; column < Rows[row].Length; column++)
            {
                places[Rows[row][column] - 'a'] = (byte)((row * 16) + column);
            }
        }

        return places;
    }
}
