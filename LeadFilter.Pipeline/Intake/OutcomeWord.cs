namespace LeadFilter.Pipeline.Intake;

/// <summary>The word for an outcome in answers.</summary>
public static class OutcomeWord
{
    /// <summary>The word.</summary>
    /// <param name="outcome">The outcome.</param>
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Success => "success",
        Outcome.Failure => "failure",
        _ => "error",
    };
}
