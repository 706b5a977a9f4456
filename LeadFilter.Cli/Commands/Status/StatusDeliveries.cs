namespace LeadFilter.Cli.Commands.Status;

/// <summary>What waits for a campaign's CRM.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Waiting">How many leads wait.</param>
/// <param name="DeadLetters">How many were given up.</param>
/// <param name="Destination">The CRM.</param>
/// <param name="Oldest">When the oldest was received.</param>
/// <param name="NextTry">When the first is to be tried.</param>
/// <param name="Reason">Why the latest was not delivered at its last try.</param>
/// <param name="PausedUntil">Until when the CRM is left alone.</param>
internal sealed record StatusDeliveries(
    string Campaign,
    int Waiting,
    int DeadLetters,
    string? Destination = null,
    DateTimeOffset? Oldest = null,
    DateTimeOffset? NextTry = null,
    string? Reason = null,
    DateTimeOffset? PausedUntil = null);
