namespace LeadFilter.Cli.Sending;

/// <summary>What became of a lead that was sent.</summary>
internal enum AnswerKind
{
    /// <summary>Bought.</summary>
    Success,

    /// <summary>Rejected, for a reason.</summary>
    Failure,

    /// <summary>Not decided, though it was sent several times.</summary>
    Error,

    /// <summary>Not taken: the request itself was wrong, or the answer could not be read.</summary>
    Protocol,
}
