namespace LeadFilter.Pipeline.Ports;

/// <summary>A message that was given up, without its body: that holds personal data.</summary>
/// <param name="Queue">The queue that it was in.</param>
/// <param name="MessageId">Its id.</param>
/// <param name="DiedAt">When it was given up.</param>
/// <param name="Reason">Why, as a code such as <c>crm_refused</c>.</param>
/// <param name="Description">Why, in a sentence without personal data.</param>
/// <param name="DeliveryCount">How often it was received.</param>
/// <param name="Properties">Its properties, such as campaign, vendor and attempt.</param>
public sealed record DeadLetter(
    string Queue,
    string MessageId,
    DateTimeOffset DiedAt,
    string Reason,
    string Description,
    int DeliveryCount,
    IReadOnlyDictionary<string, string> Properties);
