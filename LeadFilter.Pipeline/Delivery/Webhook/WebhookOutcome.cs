namespace LeadFilter.Pipeline.Delivery.Webhook;

/// <summary>What a call came to with all its tries.</summary>
/// <param name="Reply">The last reply; null if there is a failure.</param>
/// <param name="Failure">Why there is none.</param>
/// <param name="RetryAfter">Of a pause: how long it lasts.</param>
internal sealed record WebhookOutcome(WebhookReply? Reply, WebhookFailure Failure = WebhookFailure.None, TimeSpan? RetryAfter = null);
