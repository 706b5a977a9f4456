using LeadFilter.Http.Rows;
using LeadFilter.Cli.Importing;
using LeadFilter.Pipeline.Duplicates;

namespace LeadFilter.Cli.Commands.PastClaims;

/// <summary>
/// Imports purchases of the past: batch by batch, in memory that does not grow with the file, and in the order of its lines.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="target">Keeps the purchases.</param>
/// <param name="request">What is asked.</param>
internal sealed class ClaimsImport(RowFile file, IClaimsTarget target, ClaimsRequest request)
{
    private const int BatchSize = 1000;

    private long rows;

    /// <summary>How many rows are read. May be asked by another thread.</summary>
    public long Rows => Interlocked.Read(ref rows);

    /// <summary>The last line up to which, and with which, everything is kept.</summary>
    public long DoneLine { get; private set; }

    /// <summary>How many purchases are new.</summary>
    public long Added { get; private set; }

    /// <summary>How many were there already.</summary>
    public long AlreadyThere { get; private set; }

    /// <summary>How many are too old to count.</summary>
    public long TooOld { get; private set; }

    /// <summary>How many name a vendor that the campaign does not have.</summary>
    public long UnknownVendor { get; private set; }

    /// <summary>What was passed over.</summary>
    public ImportProblems Problems { get; } = new();

    /// <summary>Imports. What was imported stays so, however it ends.</summary>
    /// <param name="cancellation">Stops.</param>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var batch = new List<FileRow>(BatchSize);
        var line = 0L;
        await foreach (var row in file.ReadAsync(cancellation))
        {
            line = row.Line;
            if (line < request.FromLine)
            {
                continue;
            }

            Interlocked.Increment(ref rows);
            if (row.Problem is { } problem)
            {
                Problems.Add(row.Line, problem);
            }
            else
            {
                batch.Add(Renamed(row));
            }

            if (batch.Count == BatchSize)
            {
                await KeepAsync(batch, line, cancellation);
                batch.Clear();
            }
        }

        await KeepAsync(batch, line, cancellation);
    }

    private async Task KeepAsync(List<FileRow> batch, long line, CancellationToken cancellation)
    {
        var tally = await target.KeepAsync(batch, cancellation);
        (Added, AlreadyThere, TooOld, DoneLine) = (Added + tally.Added, AlreadyThere + tally.AlreadyThere, TooOld + tally.TooOld, line);
        UnknownVendor += tally.UnknownVendor;
        foreach (var (at, why) in tally.Invalid)
        {
            Problems.Add(at, why);
        }
    }

    /// <summary>The row with its cells under the names by which purchases are read.</summary>
    private FileRow Renamed(FileRow row) => row with
    {
        Cells = [.. row.Cells.Select(cell => KeyValuePair.Create(NameOf(cell.Key.Trim()), cell.Value))],
    };

    private string NameOf(string column) =>
        IsOf(column, request.DateColumn) ? PastPurchaseReader.DateField
        : IsOf(column, request.VendorColumn) ? PastPurchaseReader.VendorField
        : IsOf(column, request.IdColumn) ? PastPurchaseReader.IdField
        : KnownColumns.Find(column)?.Name ?? column;

    private static bool IsOf(string column, string wanted) => column.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
