namespace LeadFilter.Pipeline.Delivery.Webhook;

/// <summary>What one call to a CRM, or to whoever gets a notice, came to.</summary>
/// <param name="Status">The HTTP status; 0 if no whole answer came.</param>
/// <param name="RetryAfter">How long the receiver asked to be left alone, on 429 and 503.</param>
/// <param name="CrmId">The CRM's id of the lead, if its answer gave one.</param>
/// <param name="Failure">Without a whole answer: what failed, as a word of the platform such as <c>ConnectionError</c>.</param>
internal sealed record WebhookReply(int Status, TimeSpan? RetryAfter, string? CrmId, string? Failure)
{
    /// <summary>What an answer of status 2xx says of the lead.</summary>
    public CrmWord Said { get; init; }

    public static WebhookReply None(string failure) => new(0, null, null, failure);

    /// <summary>Whether the same call may well succeed later.</summary>
    public bool IsPassing => Status is 0 or 408 or 425 or 429 or >= 500 || Said == CrmWord.NotYet;

    /// <summary>Whether it says that the receiver is down, rather than busy.</summary>
    public bool IsFailure => Status is 0 or 408 or >= 500;
}
