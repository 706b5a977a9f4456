using LeadFilter.Core.OptOuts;
using LeadFilter.Core.Suppression;

namespace LeadFilter.Pipeline.OptOuts;

/// <summary>An opted-out mailbox or number of somebody whom a vendor sold.</summary>
/// <param name="Key">Its place in the vendor's feed: later ones have greater keys.</param>
/// <param name="Kind">A mailbox or a number.</param>
/// <param name="Sha256">The SHA-256 of the canonical text, or the hash that was sent: 64 hex digits in lower case.</param>
/// <param name="Channels">The channels.</param>
/// <param name="RecordedAt">When the filter noted it for the vendor.</param>
public sealed record SoldOptOut(string Key, SuppressionKind Kind, string Sha256, ContactChannels Channels, DateTimeOffset RecordedAt);
