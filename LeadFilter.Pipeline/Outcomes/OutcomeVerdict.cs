namespace LeadFilter.Pipeline.Outcomes;

/// <summary>What became of an outcome that was told.</summary>
public enum OutcomeVerdict
{
    /// <summary>It is not taken.</summary>
    Refused,

    /// <summary>It counts from now on.</summary>
    Counted,

    /// <summary>It was counted before, and changes nothing.</summary>
    Known,
}
