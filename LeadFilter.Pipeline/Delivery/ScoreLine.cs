using LeadFilter.Core.Scores;

namespace LeadFilter.Pipeline.Delivery;

/// <summary>What one line of a campaign's score gave, as it is written into JSON.</summary>
/// <param name="Id">The line's id.</param>
/// <param name="Kind"><c>profile</c> or <c>behaviour</c>.</param>
/// <param name="Points">Its points.</param>
internal sealed record ScoreLine(string? Id, string? Kind, double? Points)
{
    private const string Behaviour = "behaviour";

    public static ScoreLine Of(ScoreContribution contribution) =>
        new(contribution.Id, contribution.Kind == ScoreKind.Behaviour ? Behaviour : "profile", contribution.Points);

    public ScoreContribution ToContribution() => new(Id!, Kind == Behaviour ? ScoreKind.Behaviour : ScoreKind.Profile, Points!.Value);
}
