namespace LeadFilter.Pipeline.Delivery;

/// <summary>What came of an attempt to deliver a lead, with the reason in words that hold no personal data.</summary>
public sealed record DeliveryResult
{
    private DeliveryResult(DeliveryVerdict verdict, string reason, string description)
    {
        Verdict = verdict;
        Reason = reason;
        Description = description;
    }

    /// <summary>Done, later or refused.</summary>
    public DeliveryVerdict Verdict { get; }

    /// <summary>Why it is not done, as a code such as <c>crm_busy</c>; empty when done.</summary>
    public string Reason { get; }

    /// <summary>Why it is not done, in a sentence: never anything that the CRM or the lead said; empty when done.</summary>
    public string Description { get; }

    /// <summary>How long the CRM asked to be left alone; null if it did not.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>Whether the CRM was called at all; if not, the delays between attempts do not grow.</summary>
    public bool WasTried { get; private init; } = true;

    /// <summary>The HTTP status of the answer; null if there was none.</summary>
    public int? Status { get; private init; }

    /// <summary>The CRM's own id of the lead, if it gave one that is safe to keep.</summary>
    public string? CrmId { get; private init; }

    /// <summary>The CRM has the lead.</summary>
    /// <param name="status">The HTTP status of its answer.</param>
    /// <param name="crmId">Its own id of the lead, if known.</param>
    public static DeliveryResult Done(int status, string? crmId) =>
        new(DeliveryVerdict.Done, "", "") { Status = status, CrmId = crmId };

    /// <summary>Try again later.</summary>
    /// <param name="reason">Why, as a code.</param>
    /// <param name="description">Why, in a safe sentence.</param>
    /// <param name="retryAfter">Not before so much time has passed; null if it does not matter.</param>
    public static DeliveryResult Later(string reason, string description, TimeSpan? retryAfter = null) =>
        new(DeliveryVerdict.Later, reason, description) { RetryAfter = retryAfter };

    /// <summary>Try again later: this time the CRM was not even called.</summary>
    /// <param name="reason">Why, as a code.</param>
    /// <param name="description">Why, in a safe sentence.</param>
    /// <param name="retryAfter">Not before so much time has passed; null if it does not matter.</param>
    public static DeliveryResult NotTried(string reason, string description, TimeSpan? retryAfter = null) =>
        new(DeliveryVerdict.Later, reason, description) { RetryAfter = retryAfter, WasTried = false };

    /// <summary>Give up until somebody fixes the cause.</summary>
    /// <param name="reason">Why, as a code.</param>
    /// <param name="description">Why, in a safe sentence.</param>
    public static DeliveryResult Refused(string reason, string description) =>
        new(DeliveryVerdict.Refused, reason, description);
}
