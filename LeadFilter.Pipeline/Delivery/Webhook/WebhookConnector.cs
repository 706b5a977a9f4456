using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using Microsoft.Extensions.Configuration;

namespace LeadFilter.Pipeline.Delivery.Webhook;

/// <summary>Delivers leads by HTTP: each lead is posted as JSON, signed, with its id as idempotency key.</summary>
/// <param name="options">Where this filter listens.</param>
/// <param name="caller">Makes the calls.</param>
/// <param name="settings">Where the secrets are found by their names.</param>
internal sealed class WebhookConnector(DeliveryOptions options, WebhookCaller caller, IConfiguration settings) : IConnector
{
    /// <inheritdoc/>
    public async Task<DeliveryResult> DeliverAsync(LeadMessage message, Lead lead, DeliveryPlan plan, CancellationToken cancellation)
    {
        if (AddressOf(plan.Url) is not { } address)
        {
            return DeliveryResult.Later(
                DeliveryReasons.AddressUnusable, "The campaign's delivery url is not an address that can be called.");
        }

        string? secret = null;
        if (plan.Secret is not null && string.IsNullOrEmpty(secret = settings[plan.Secret]))
        {
            return DeliveryResult.Later(
                DeliveryReasons.SecretMissing, $"The setting '{plan.Secret}' with the secret for the signature is not set.");
        }

        var body = WebhookBody.Write(message, lead, plan.Fields);
        return CrmResult.Of(await caller.CallAsync(
            new(address, message.Id.ToString(), body, secret) { Accepted = plan.Accepted }, cancellation));
    }

    /// <inheritdoc/>
    public DateTimeOffset? PausedUntil(DeliveryPlan plan) => AddressOf(plan.Url) is { } address ? caller.PausedUntil(address) : null;

    private Uri? AddressOf(string url)
    {
        var isOwn = url.StartsWith('/');
        var found = isOwn
            ? Uri.TryCreate(options.OwnAddress, url, out var address) && address.Authority == options.OwnAddress?.Authority
            : Uri.TryCreate(url, UriKind.Absolute, out address);
        return found && (address!.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address : null;
    }
}
