using LeadFilter.Core.Permissions;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Delivery.Webhook;

namespace LeadFilter.Pipeline.Notices;

/// <summary>
/// Hands notices over by HTTP, signed, as leads are. The words are this program's own: an answer may repeat what was told.
/// </summary>
/// <param name="caller">Makes the calls.</param>
internal sealed class NoticePost(WebhookCaller caller) : INoticePost
{
    /// <summary>The header with the notice's kind.</summary>
    public const string KindHeader = "LeadFilter-Notice";

    /// <inheritdoc/>
    public async Task<DeliveryResult> PostAsync(Notice notice, NoticePlan plan, CancellationToken cancellation)
    {
        if (plan.Obstacle is { } obstacle)
        {
            return obstacle;
        }

        var outcome = await caller.CallAsync(
            new(plan.Address, notice.Id, plan.Body, plan.Secret)
            {
                Method = plan.Method,
                MediaType = plan.MediaType,
                Headers = [new(KindHeader, notice.Kind), .. plan.Headers],
            },
            cancellation);
        return outcome.Failure switch
        {
            WebhookFailure.AddressRefused => DeliveryResult.Later(
                NoticeReasons.AddressRefused,
                $"The host is not on the public internet. Name it in the setting {Destinations.SettingName} to have it called."),
            WebhookFailure.TimedOut => DeliveryResult.Later(NoticeReasons.Timeout, "The receiver did not answer in time."),
            WebhookFailure.Paused => DeliveryResult.NotTried(
                NoticeReasons.Paused, "The receiver is left alone for a moment: too many calls failed.", outcome.RetryAfter),
            WebhookFailure.TooManyAtOnce => DeliveryResult.NotTried(
                NoticeReasons.TooManyAtOnce, "Too many calls wait for this receiver already."),
            _ => Of(outcome.Reply!),
        };
    }

    private static DeliveryResult Of(WebhookReply reply) => reply.Status switch
    {
        0 => DeliveryResult.Later(NoticeReasons.Unreachable, $"The receiver did not give a complete answer ({reply.Failure})."),
        (>= 200 and < 300) or 409 => DeliveryResult.Done(reply.Status, null),
        425 or 429 => DeliveryResult.Later(
            NoticeReasons.Busy, $"The receiver asked for a pause, with status {reply.Status}.", reply.RetryAfter),
        < 200 or 408 or >= 500 => DeliveryResult.Later(
            NoticeReasons.Error, $"The receiver failed, with status {reply.Status}.", reply.RetryAfter),
        _ => DeliveryResult.Refused(
            NoticeReasons.Refused, $"The receiver refused the notice, with status {reply.Status}: {RemedyOf(reply.Status)}"),
    };

    private static string RemedyOf(int status) => status switch
    {
        < 400 => "it redirects, which is not followed. Set the receiver's url to the final address.",
        401 or 403 => "it does not trust this filter. Check the receiver's secret and url.",
        404 or 405 or 410 => "there is nothing that takes notices. Check the receiver's url.",
        _ => "look for the notice's id in the receiver's log.",
    };
}
