using LeadFilter.Core.Scores;

namespace LeadFilter.Pipeline.Delivery;

/// <summary>A score sheet as it is written into JSON: in the queue, and in the body of the call to the CRM.</summary>
/// <param name="Value">The score.</param>
/// <param name="Points">How it came about.</param>
internal sealed record ScoreDocument(double? Value, IReadOnlyList<ScoreLine>? Points)
{
    public static ScoreDocument? Of(ScoreSheet? sheet) =>
        sheet is null ? null : new(sheet.Value, [.. sheet.Contributions.Select(ScoreLine.Of)]);

    /// <summary>The sheet; null if something is missing.</summary>
    public ScoreSheet? ToSheet() =>
        Value is { } value && Points is { } points && points.All(static line => line is { Id: not null, Kind: not null, Points: not null })
            ? new(value, [.. points.Select(static line => line.ToContribution())])
            : null;
}
