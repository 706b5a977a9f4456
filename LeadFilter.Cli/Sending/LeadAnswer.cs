namespace LeadFilter.Cli.Sending;

/// <summary>The filter's answer to a lead.</summary>
internal sealed record LeadAnswer
{
    /// <summary>What became of the lead.</summary>
    public required AnswerKind Kind { get; init; }

    /// <summary>
    /// <c>accept</c>, the primary reason code, <c>error</c>, <c>unreachable</c>, <c>unreadable</c> or <c>http_</c> and the status.
    /// </summary>
    public required string Code { get; init; }

    /// <summary>The lead's id; null if it has none.</summary>
    public string? Lead { get; init; }

    /// <summary>Why there is no decision, in the filter's words; null if there is one.</summary>
    public string? Detail { get; init; }

    /// <summary>How long the filter took, from the first byte sent to the last received; null if it did not answer.</summary>
    public TimeSpan? Took { get; init; }

    /// <summary>How often the lead was sent again.</summary>
    public int Retries { get; init; }

    /// <summary>Whether to send the lead again.</summary>
    public bool Again { get; init; }

    /// <summary>When to send it again, if the filter says so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the lead was bought or rejected.</summary>
    public bool Decided => Kind is AnswerKind.Success or AnswerKind.Failure;

    /// <summary>Nothing answered.</summary>
    /// <param name="detail">What went wrong.</param>
    public static LeadAnswer Unreachable(string detail) =>
        new() { Kind = AnswerKind.Error, Code = "unreachable", Detail = detail, Again = true };
}
