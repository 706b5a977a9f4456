using LeadFilter.Core.Decisions;

namespace LeadFilter.Pipeline.Decisions;

/// <summary>A ground that held, as it stands in the log.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Category">The category.</param>
/// <param name="Code">The reason code.</param>
/// <param name="Text">The wording that the vendor read.</param>
/// <param name="Effect">Whether it rejected, or would have.</param>
public sealed record RecordedFinding(string Rule, Category Category, ReasonCode Code, string Text, Effect Effect)
{
    /// <summary>The record of a finding.</summary>
    /// <param name="finding">The finding.</param>
    public static RecordedFinding Of(Finding finding)
    {
        var ground = finding.Ground;
        return new(ground.Id, ground.Category, ground.Reason, ground.Text, finding.Effect);
    }
}
