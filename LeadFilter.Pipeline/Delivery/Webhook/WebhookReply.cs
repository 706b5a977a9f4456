namespace LeadFilter.Pipeline.Delivery.Webhook;

/// <summary>What one call to a CRM came to.</summary>
/// <param name="Status">The HTTP status; 0 if no whole answer came.</param>
/// <param name="RetryAfter">How long the CRM asked to be left alone, on 429 and 503.</param>
/// <param name="CrmId">The CRM's id of the lead, if its answer gave one.</param>
/// <param name="Failure">Without a whole answer: what failed, as a word of the platform such as <c>ConnectionError</c>.</param>
internal sealed record CrmReply(int Status, TimeSpan? RetryAfter, string? CrmId, string? Failure)
{
    /// <summary>What an answer of status 2xx says of the lead.</summary>
    public CrmWord Said { get; init; }

    public static CrmReply None(string failure) => new(0, null, null, failure);

    /// <summary>Whether the same call may well succeed later.</summary>
    public bool IsPassing => Status is 0 or 408 or 425 or 429 or >= 500 || Said == CrmWord.NotYet;

    /// <summary>Whether it says that the CRM is down, rather than busy.</summary>
    public bool IsFailure => Status is 0 or 408 or >= 500;

    /// <summary>The result of the delivery. Its words are this program's own: a CRM's answer may repeat the lead.</summary>
    public DeliveryResult ToResult() => Status switch
    {
        0 => DeliveryResult.Later(DeliveryReasons.CrmUnreachable, $"The CRM did not give a complete answer ({Failure})."),
        >= 200 and < 300 when Said == CrmWord.NotYet =>
            DeliveryResult.Later(DeliveryReasons.CrmNotAccepted, $"{NotAccepted}."),
        >= 200 and < 300 when Said == CrmWord.Refused =>
            DeliveryResult.Refused(DeliveryReasons.CrmNotAccepted, $"{NotAccepted}: look for the lead's id in the CRM's log."),
        (>= 200 and < 300) or 409 => DeliveryResult.Done(Status, CrmId),
        425 or 429 => DeliveryResult.Later(DeliveryReasons.CrmBusy, $"The CRM asked for a pause, with status {Status}.", RetryAfter),
        < 200 or 408 or >= 500 => DeliveryResult.Later(DeliveryReasons.CrmError, $"The CRM failed, with status {Status}.", RetryAfter),
        _ => DeliveryResult.Refused(DeliveryReasons.CrmRefused, $"The CRM refused the lead, with status {Status}: {Remedy}"),
    };

    private string NotAccepted => $"The CRM answered with status {Status}, but not as the campaign's delivery.accepted asks";

    private string Remedy => Status switch
    {
        < 400 => "it redirects, which is not followed. Set the campaign's delivery url to the final address.",
        401 or 403 => "it does not trust this filter. Check the campaign's delivery secret and url.",
        404 or 405 or 410 => "there is nothing that takes leads. Check the campaign's delivery url.",
        413 => "the lead is too large for it.",
        400 or 415 or 422 => "it does not accept the lead's form. Check the campaign's delivery fields.",
        _ => "look for the lead's id in the CRM's log.",
    };
}
