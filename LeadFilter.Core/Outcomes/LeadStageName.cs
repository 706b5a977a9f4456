namespace LeadFilter.Core.Outcomes;

/// <summary>The words of stages.</summary>
public static class LeadStageName
{
    /// <summary>The word of a stage.</summary>
    /// <param name="stage">The stage.</param>
    public static string Of(LeadStage stage) => stage switch
    {
        LeadStage.Attempted => "attempted",
        LeadStage.Contacted => "contacted",
        LeadStage.Accepted => "accepted",
        LeadStage.Qualified => "qualified",
        LeadStage.Converted => "converted",
        LeadStage.Refused => "refused",
        LeadStage.Lost => "lost",
        LeadStage.Dead => "dead",
        _ => "bought",
    };
}
