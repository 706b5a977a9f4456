using LeadFilter.Core.Permissions;

namespace LeadFilter.Pipeline.Delivery.Webhook;

/// <summary>
/// What a call to a CRM means for the lead. The words are this program's own: a CRM's answer may repeat the lead.
/// </summary>
internal static class CrmResult
{
    /// <summary>The result of a delivery.</summary>
    /// <param name="outcome">What the call came to.</param>
    public static DeliveryResult Of(WebhookOutcome outcome) => outcome.Failure switch
    {
        WebhookFailure.AddressRefused => DeliveryResult.Later(
            DeliveryReasons.AddressRefused,
            $"The CRM's host is not on the public internet. Name it in the setting {Destinations.SettingName} to have it called."),
        WebhookFailure.TimedOut => DeliveryResult.Later(DeliveryReasons.CrmTimeout, "The CRM did not answer in time."),
        WebhookFailure.Paused => DeliveryResult.NotTried(
            DeliveryReasons.CrmPaused, "The CRM is left alone for a moment: too many calls failed.", outcome.RetryAfter),
        WebhookFailure.TooManyAtOnce => DeliveryResult.NotTried(
            DeliveryReasons.TooManyAtOnce, "Too many leads wait for this CRM already."),
        _ => Of(outcome.Reply!),
    };

    private static DeliveryResult Of(WebhookReply reply) => reply.Status switch
    {
        0 => DeliveryResult.Later(DeliveryReasons.CrmUnreachable, $"The CRM did not give a complete answer ({reply.Failure})."),
        >= 200 and < 300 when reply.Said == CrmWord.NotYet =>
            DeliveryResult.Later(DeliveryReasons.CrmNotAccepted, $"{NotAccepted(reply)}."),
        >= 200 and < 300 when reply.Said == CrmWord.Refused => DeliveryResult.Refused(
            DeliveryReasons.CrmNotAccepted, $"{NotAccepted(reply)}: look for the lead's id in the CRM's log."),
        (>= 200 and < 300) or 409 => DeliveryResult.Done(reply.Status, reply.CrmId),
        425 or 429 => DeliveryResult.Later(
            DeliveryReasons.CrmBusy, $"The CRM asked for a pause, with status {reply.Status}.", reply.RetryAfter),
        < 200 or 408 or >= 500 => DeliveryResult.Later(
            DeliveryReasons.CrmError, $"The CRM failed, with status {reply.Status}.", reply.RetryAfter),
        _ => DeliveryResult.Refused(
            DeliveryReasons.CrmRefused, $"The CRM refused the lead, with status {reply.Status}: {RemedyOf(reply.Status)}"),
    };

    private static string NotAccepted(WebhookReply reply) =>
        $"The CRM answered with status {reply.Status}, but not as the campaign's delivery.accepted asks";

    private static string RemedyOf(int status) => status switch
    {
        < 400 => "it redirects, which is not followed. Set the campaign's delivery url to the final address.",
        401 or 403 => "it does not trust this filter. Check the campaign's delivery secret and url.",
        404 or 405 or 410 => "there is nothing that takes leads. Check the campaign's delivery url.",
        413 => "the lead is too large for it.",
        400 or 415 or 422 => "it does not accept the lead's form. Check the campaign's delivery fields.",
        _ => "look for the lead's id in the CRM's log.",
    };
}
