namespace LeadFilter.Cli.Commands.Accounts;

/// <summary>Where a bought lead is.</summary>
/// <param name="State"><c>waiting</c>, <c>delivered</c>, <c>given_up</c> or <c>erased</c>.</param>
internal sealed record LeadDelivery(string State)
{
    /// <summary>When it was delivered.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>From received to delivered.</summary>
    public long? Milliseconds { get; init; }

    /// <summary>Which attempt delivered it, or is next.</summary>
    public int? Attempt { get; init; }

    /// <summary>The status of the CRM's answer.</summary>
    public int? Status { get; init; }

    /// <summary>The CRM's id.</summary>
    public string? CrmId { get; init; }

    /// <summary>When it is tried again; null if it has not been tried yet.</summary>
    public DateTimeOffset? NextTry { get; init; }

    /// <summary>Why it is not delivered, as a code.</summary>
    public string? Reason { get; init; }

    /// <summary>Why it is not delivered, in a sentence.</summary>
    public string? Description { get; init; }

    /// <summary>The attempts that came to nothing; null if there are none.</summary>
    public IReadOnlyList<LeadAttempt>? FailedAttempts { get; init; }
}
