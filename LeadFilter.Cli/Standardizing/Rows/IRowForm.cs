using LeadFilter.Http.Rows;

namespace LeadFilter.Cli.Standardizing.Rows;

/// <summary>A form of file with rows: CSV or NDJSON.</summary>
internal interface IRowForm
{
    /// <summary>What a row is called in messages.</summary>
    string RowWord { get; }

    /// <summary>Tells where rows end, once <see cref="BeginAsync"/> was called.</summary>
    IRowEnds Ends { get; }

    /// <summary>Whether a file that is written in another encoding than it was read in begins with the mark of UTF-8: spreadsheets
    /// know it by that, and programs stumble over it.</summary>
    bool WantsMark { get; }

    /// <summary>Reads what stands before the rows. Called once, before any batch is standardised.</summary>
    /// <param name="rows">The file, of which nothing was read.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>What stands before the rows and is copied, and what is wrong with it; null if nothing is.</returns>
    ValueTask<(ReadOnlyMemory<byte> Before, string? Problem)> BeginAsync(WholeRows rows, CancellationToken cancellation);

    /// <summary>Standardises the rows of a batch. Called for several batches at once.</summary>
    /// <param name="batch">The batch.</param>
    void Standardize(RowBatch batch);
}
