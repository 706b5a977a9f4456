using LeadFilter.Http.Rows;
using LeadFilter.Cli.Importing;
using LeadFilter.Pipeline.Duplicates;

namespace LeadFilter.Cli.Commands.PastClaims;

/// <summary>
/// Imports purchases of the past: batch by batch, in memory that does not grow with the file, and in the order of its lines.
/// </summary>
internal sealed class ClaimsImport
{
    private readonly IClaimsTarget target;
    private readonly ClaimsRequest request;
    private readonly RowBatches batches;

    /// <summary>Makes an import.</summary>
    /// <param name="file">The file.</param>
    /// <param name="target">Keeps the purchases.</param>
    /// <param name="request">What is asked.</param>
    public ClaimsImport(RowFile file, IClaimsTarget target, ClaimsRequest request)
    {
        (this.target, this.request) = (target, request);
        batches = new(file, request.FromLine, Problems);
    }

    /// <summary>How many rows are read. May be asked by another thread.</summary>
    public long Rows => batches.Rows;

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
        await foreach (var (rows, line) in batches.ReadAsync(cancellation))
        {
            await KeepAsync([.. rows.Select(Renamed)], line, cancellation);
        }
    }

    private async Task KeepAsync(IReadOnlyList<FileRow> batch, long line, CancellationToken cancellation)
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
