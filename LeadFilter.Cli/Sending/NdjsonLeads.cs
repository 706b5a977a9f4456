using System.Runtime.CompilerServices;
using LeadFilter.Http.Rows;

namespace LeadFilter.Cli.Sending;

/// <summary>Leads as NDJSON: one JSON object a line; blank lines are passed over.</summary>
internal static class NdjsonLeads
{
    /// <summary>Reads leads as they come.</summary>
    /// <param name="rows">The file.</param>
    /// <param name="reader">Reads one.</param>
    /// <param name="cancellation">Stops.</param>
    public static async IAsyncEnumerable<LineReading> ReadAsync(
        WholeRows rows,
        LeadLineReader reader,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var line in FileLines.ReadAsync(rows, cancellation))
        {
            if (line.Problem is { } problem)
            {
                yield return LineReading.Broken(line.Number, problem);
            }
            else if (!line.Text.Span.Trim(" \t"u8).IsEmpty)
            {
                yield return reader.Read(line.Text.Span, line.Number);
            }
        }
    }
}
