using LeadFilter.Core.Decisions;

namespace LeadFilter.Pipeline.Decisions;

/// <summary>A <see cref="RecordedFinding"/> as it is read from JSON.</summary>
/// <param name="Rule">The ground's id.</param>
/// <param name="Category">Its category.</param>
/// <param name="Code">The reason code.</param>
/// <param name="Text">The reason in words.</param>
/// <param name="Effect">What it did to the lead.</param>
internal sealed record FindingDocument(string? Rule, string? Category, string? Code, string? Text, string? Effect)
{
    /// <summary>The finding; null if something is missing or not valid.</summary>
    public RecordedFinding? ToFinding() =>
        Rule is not null
        && CategoryName.TryParse(Category, out var category)
        && ReasonCode.TryParse(Code, out var code)
        && Text is not null
        && Enum.TryParse<Effect>(Effect, out var effect)
            ? new(Rule, category, code, Text, effect)
            : null;
}
