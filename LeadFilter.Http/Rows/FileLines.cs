using System.Runtime.CompilerServices;

namespace LeadFilter.Http.Rows;

/// <summary>Reads a file line by line.</summary>
internal static class FileLines
{
    /// <summary>Reads the lines as they come, blank ones too; the reading ends with a line that is too long.</summary>
    /// <param name="rows">The file.</param>
    /// <param name="cancellation">Stops.</param>
    public static async IAsyncEnumerable<FileLine> ReadAsync(WholeRows rows, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await rows.ReadAsync(LineEnds.Instance, cancellation) is { Count: > 0 } piece)
        {
            for (var at = 0; at < piece.Count; at++)
            {
                yield return new(piece.FirstRow + at, LineEnds.Cut(piece[at]), null);
            }
        }

        if (rows.IsTooLong)
        {
            yield return new(rows.NextRow, default, WholeRows.TooLong);
        }
    }
}
