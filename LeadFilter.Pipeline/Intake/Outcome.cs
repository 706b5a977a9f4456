namespace LeadFilter.Pipeline.Intake;

/// <summary>The word in the answer to the vendor.</summary>
public enum Outcome
{
    /// <summary>The lead is bought.</summary>
    Success,

    /// <summary>The lead is rejected, for the reasons given.</summary>
    Failure,

    /// <summary>No decision could be given: send the lead again. If the queue may have it, that gives the answer that was meant.</summary>
    Error,
}
