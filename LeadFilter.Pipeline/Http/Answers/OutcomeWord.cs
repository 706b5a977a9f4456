using LeadFilter.Pipeline.Intake;

namespace LeadFilter.Pipeline.Http.Answers;

/// <summary>The word for an outcome in answers.</summary>
internal static class OutcomeWord
{
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Success => "success",
        Outcome.Failure => "failure",
        _ => "error",
    };
}
