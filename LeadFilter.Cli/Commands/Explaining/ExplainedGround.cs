using LeadFilter.Core.Decisions;

namespace LeadFilter.Cli.Commands.Explaining;

/// <summary>A ground that holds for a lead.</summary>
/// <param name="Id">The rule's id, or the section's name.</param>
/// <param name="Category">Why such leads are bad.</param>
/// <param name="Reason">The code that the vendor would get.</param>
/// <param name="Text">The wording that the vendor would get.</param>
/// <param name="Effect">What it does: reject, or nothing (waived, trial, shadow).</param>
internal sealed record ExplainedGround(string Id, string Category, string Reason, string Text, Effect Effect)
{
    /// <summary>Makes it of a finding.</summary>
    /// <param name="finding">The finding.</param>
    public static ExplainedGround Of(Finding finding)
    {
        var ground = finding.Ground;
        return new(ground.Id, CategoryName.Of(ground.Category), ground.Reason.ToString(), ground.Text, finding.Effect);
    }
}
