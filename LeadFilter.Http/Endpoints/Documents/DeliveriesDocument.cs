using LeadFilter.Pipeline.Status;

namespace LeadFilter.Http.Endpoints.Documents;

/// <summary>A <see cref="CampaignDeliveries"/> as it is written into JSON; times are UTC.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Destination">Its CRM.</param>
/// <param name="Waiting">How many leads wait.</param>
/// <param name="Oldest">When the oldest was received.</param>
/// <param name="NextTry">When the first is to be tried.</param>
/// <param name="Reason">Why the latest was not delivered at its last try.</param>
/// <param name="PausedUntil">Until when the CRM is left alone.</param>
/// <param name="DeadLetters">How many leads were given up.</param>
internal sealed record DeliveriesDocument(
    string Campaign,
    string? Destination,
    int Waiting,
    DateTime? Oldest,
    DateTime? NextTry,
    string? Reason,
    DateTime? PausedUntil,
    int DeadLetters)
{
    /// <summary>The document.</summary>
    /// <param name="one">What it is made of.</param>
    public static DeliveriesDocument Of(CampaignDeliveries one) => new(
        one.Campaign,
        one.Destination,
        one.Waiting,
        one.Oldest?.UtcDateTime,
        one.NextTry?.UtcDateTime,
        one.Reason,
        one.PausedUntil?.UtcDateTime,
        one.DeadLetters);
}
