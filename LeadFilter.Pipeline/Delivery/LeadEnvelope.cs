using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Delivery;

/// <summary>
/// Bought leads as messages of the queue. The first message of a lead has the lead's id as its own; the copy for attempt N
/// has <c>LEADID/attempt-N</c>, since the queue swallows a second message with the same id.
/// </summary>
internal static class LeadEnvelope
{
    /// <summary>The subject of all of them.</summary>
    public const string Subject = "lead";

    private const string Campaign = "campaign";

    /// <summary>The first message of a lead.</summary>
    public static QueueMessage Wrap(LeadMessage lead) => Wrap(lead, LeadMessageJson.Write(lead), lead.Id.ToString(), 1, 0, null);

    /// <summary>A copy of a message for a later attempt, with the very same body, that says why it is needed.</summary>
    public static QueueMessage Copy(
        QueueMessage message, LeadMessage lead, int attempt, int tries, DateTimeOffset notBefore, string reason) =>
        Wrap(
            lead,
            message.Body,
            AttemptMarks.IdOf(lead.Id.ToString(), attempt),
            attempt,
            tries,
            notBefore,
            reason);

    /// <summary>The lead that a message is about; null if the message's id is not one of a lead's.</summary>
    public static LeadId? LeadOf(QueueMessage message) =>
        LeadId.TryParse(message.MessageId.Split('/')[0], out var lead) ? lead : null;

    /// <summary>The campaign that a message says it belongs to; null if it does not say.</summary>
    public static string? CampaignOf(QueueMessage message) => message.Properties.GetValueOrDefault(Campaign);

    private static QueueMessage Wrap(
        LeadMessage lead,
        ReadOnlyMemory<byte> body,
        string messageId,
        int attempt,
        int tries,
        DateTimeOffset? notBefore,
        string? reason = null) => new()
    {
        Queue = QueueNames.Leads,
        MessageId = messageId,
        Subject = Subject,
        Body = body,
        NotBefore = notBefore,
        Properties = Properties(lead, attempt, tries, notBefore ?? lead.ReceivedAt, reason),
    };

    private static Dictionary<string, string> Properties(LeadMessage lead, int attempt, int tries, DateTimeOffset dueAt, string? reason)
    {
        var properties = new Dictionary<string, string>
        {
            [Campaign] = lead.Campaign.ToString(),
            ["vendor"] = lead.Vendor.ToString(),
        };
        AttemptMarks.Set(properties, attempt, tries, dueAt, reason);
        return properties;
    }
}
