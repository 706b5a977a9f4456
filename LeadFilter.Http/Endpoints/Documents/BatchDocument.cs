namespace LeadFilter.Http.Endpoints.Documents;

/// <summary>What became of a batch, record by record.</summary>
/// <param name="Counted">How many records count from now on.</param>
/// <param name="Known">How many were counted before.</param>
/// <param name="Refused">How many are not taken.</param>
/// <param name="Lines">Each record.</param>
internal sealed record BatchDocument(int Counted, int Known, int Refused, IReadOnlyList<LineResult> Lines)
{
    /// <summary>The document of a batch.</summary>
    /// <param name="lines">What became of each record.</param>
    public static BatchDocument Of(IReadOnlyList<LineResult> lines) => new(
        lines.Count(static line => line.Result == LineResult.Counted),
        lines.Count(static line => line.Result == LineResult.Known),
        lines.Count(static line => line.Result == LineResult.Refused),
        lines);
}
