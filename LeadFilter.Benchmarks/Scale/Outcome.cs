namespace LeadFilter.Scale;

/// <summary>The answer to a vendor.</summary>
internal enum Outcome
{
    /// <summary>Bought.</summary>
    Bought,

    /// <summary>Rejected.</summary>
    Rejected,

    /// <summary>503: not decided, to be sent again.</summary>
    Error,
}
