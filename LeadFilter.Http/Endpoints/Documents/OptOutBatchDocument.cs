namespace LeadFilter.Http.Endpoints.Documents;

/// <summary>What became of a batch of opt-outs, record by record.</summary>
/// <param name="Recorded">How many hold from now on.</param>
/// <param name="Known">How many were taken before.</param>
/// <param name="Refused">How many are not taken.</param>
/// <param name="Lines">Each record.</param>
internal sealed record OptOutBatchDocument(int Recorded, int Known, int Refused, IReadOnlyList<OptOutLine> Lines)
{
    /// <summary>The document of a batch.</summary>
    /// <param name="lines">What became of each record.</param>
    public static OptOutBatchDocument Of(IReadOnlyList<OptOutLine> lines) => new(
        lines.Count(static line => line.Result == OptOutLine.Recorded),
        lines.Count(static line => line.Result == LineResult.Known),
        lines.Count(static line => line.Result == LineResult.Refused),
        lines);
}
