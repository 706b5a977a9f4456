namespace LeadFilter.Cli.Standardizing.Rows;

/// <summary>A form of file with rows: CSV or NDJSON.</summary>
internal interface IRowForm
{
    /// <summary>What a row is called in messages.</summary>
    string RowWord { get; }

    /// <summary>Reads what stands before the rows. Called once, before any batch is standardised.</summary>
    /// <param name="bytes">The beginning of the file, whole rows.</param>
    /// <param name="problem">What is wrong with it; null if nothing is.</param>
    /// <returns>How many bytes stand before the rows; they are copied.</returns>
    int Begin(ReadOnlySpan<byte> bytes, out string? problem);

    /// <summary>Finds where the last whole row ends.</summary>
    /// <param name="bytes">Bytes that begin with a row.</param>
    /// <param name="rows">How many whole rows there are.</param>
    /// <returns>The end; 0 if there is no whole row.</returns>
    int Cut(ReadOnlySpan<byte> bytes, out int rows);

    /// <summary>Standardises the rows of a batch. Called for several batches at once.</summary>
    /// <param name="batch">The batch.</param>
    void Standardize(RowBatch batch);
}
