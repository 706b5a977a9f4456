namespace LeadFilter.Core.Files;

/// <summary>
/// How many edits lie between two texts, without case: a letter put in, left out or changed, or two neighbours swapped (Levenshtein's
/// distance by optimal string alignment).
/// </summary>
internal static class EditDistance
{
    private const int MaxOnStack = 64;

    /// <summary>
    /// Counts edits up to a limit. Only cells within the limit of the diagonal are looked at, so the time is that of the shorter
    /// text times the limit; nothing is allocated for limits below 10.
    /// </summary>
    /// <param name="from">One text.</param>
    /// <param name="to">The other.</param>
    /// <param name="limit">The most edits that matter.</param>
    /// <returns>The edits, or one more than the limit if there are more.</returns>
    public static int UpTo(int limit, ReadOnlySpan<char> from, ReadOnlySpan<char> to)
    {
        if (Math.Abs(from.Length - to.Length) > limit)
        {
            return limit + 1;
        }

        // A row holds the cells from limit before the diagonal to limit after it, and one beyond that is never within the limit.
        var width = (2 * limit) + 2;
        var cells = width * 3 <= MaxOnStack ? stackalloc int[MaxOnStack] : new int[width * 3];
        cells.Fill(limit + 1);
        var beforeLast = cells[..width];
        var last = cells.Slice(width, width);
        var row = cells.Slice(2 * width, width);
        for (var j = 0; j <= limit; j++)
        {
            row[limit + j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            var spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
            if (!Fill(row, last, beforeLast, from, to, i, limit))
            {
                return limit + 1;
            }
        }

        return Math.Min(row[limit + to.Length - from.Length], limit + 1);
    }

    /// <summary>Fills the row of one letter.</summary>
    /// <returns>Whether any way through it, or past it by a swap, may stay within the limit.</returns>
    private static bool Fill(
        Span<int> row,
        ReadOnlySpan<int> last,
        ReadOnlySpan<int> beforeLast,
        ReadOnlySpan<char> from,
        ReadOnlySpan<char> to,
        int i,
        int limit)
    {
        var within = false;
        for (var k = 0; k <= 2 * limit; k++)
        {
            var j = i + k - limit;
            var cell = j == 0 ? i : limit + 1;
            if (j > 0 && j <= to.Length)
            {
                var same = Same(from[i - 1], to[j - 1]);
                cell = Math.Min(last[k] + (same ? 0 : 1), last[k + 1] + 1);
                cell = k > 0 ? Math.Min(cell, row[k - 1] + 1) : cell;
                cell = i > 1 && j > 1 && Same(from[i - 1], to[j - 2]) && Same(from[i - 2], to[j - 1])
                    ? Math.Min(cell, beforeLast[k] + 1)
                    : cell;
            }

            row[k] = Math.Min(cell, limit + 1);
            within |= row[k] <= limit || last[k] <= limit;
        }

        return within;
    }

    private static bool Same(char left, char right) => left == right || char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
