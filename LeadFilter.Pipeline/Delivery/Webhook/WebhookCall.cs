using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;

namespace LeadFilter.Pipeline.Delivery.Webhook;

/// <summary>
/// A call to a CRM, the same for each of its tries but for the time stamp. No record: a record's text would show the secret.
/// </summary>
/// <param name="address">Where.</param>
/// <param name="lead">The lead's id.</param>
/// <param name="body">The body.</param>
/// <param name="secret">The secret for the signature; null for none.</param>
/// <param name="accepted">What the answer must say; null if its status says all.</param>
internal sealed class WebhookCall(Uri address, LeadId lead, ReadOnlyMemory<byte> body, string? secret, AcceptancePlan? accepted)
{
    public Uri Address { get; } = address;

    public LeadId Lead { get; } = lead;

    public ReadOnlyMemory<byte> Body { get; } = body;

    public string? Secret { get; } = secret;

    public AcceptancePlan? Accepted { get; } = accepted;
}
