using LeadFilter.Core.Leads;

namespace LeadFilter.Pipeline.Delivery.Webhook;

/// <summary>A call to a CRM, the same for each of its tries but for the time stamp.</summary>
/// <param name="Address">Where.</param>
/// <param name="Lead">The lead's id.</param>
/// <param name="Body">The body.</param>
/// <param name="Secret">The secret for the signature; null for none.</param>
internal sealed record WebhookCall(Uri Address, LeadId Lead, ReadOnlyMemory<byte> Body, string? Secret);
