using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Cli.Commands.DeadLetters;

/// <summary>A dead letter as it is shown; written as it is by <c>--json</c>.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Queue">Its queue.</param>
/// <param name="DiedAt">When it was given up.</param>
/// <param name="Campaign">Its campaign; null if it does not say.</param>
/// <param name="Vendor">Its vendor; null if it does not say.</param>
/// <param name="Attempts">How often it was tried: as the message says, else how often it was received.</param>
/// <param name="Reason">Why it was given up, as a code.</param>
/// <param name="Description">Why, in a sentence.</param>
internal sealed record DeadLetterRow(
    string Id,
    string Queue,
    DateTimeOffset DiedAt,
    string? Campaign,
    string? Vendor,
    int Attempts,
    string Reason,
    string Description)
{
    /// <summary>Takes what is shown.</summary>
    /// <param name="letter">The dead letter.</param>
    public static DeadLetterRow Of(DeadLetter letter) => new(
        letter.MessageId,
        letter.Queue,
        letter.DiedAt,
        letter.Properties.GetValueOrDefault("campaign"),
        letter.Properties.GetValueOrDefault("vendor"),
        int.TryParse(letter.Properties.GetValueOrDefault("attempt"), out var attempts) ? attempts : letter.DeliveryCount,
        letter.Reason,
        letter.Description);
}
