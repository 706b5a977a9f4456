using System.Diagnostics;
using System.Globalization;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Telemetry;

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
    private const string Attempt = "attempt";
    private const string Tries = "tries";
    private const string Due = "due";
    private const string Reason = "reason";
    private const string CopyMark = "/attempt-";

    /// <summary>The first message of a lead.</summary>
    public static QueueMessage Wrap(LeadMessage lead) => Wrap(lead, LeadMessageJson.Write(lead), lead.Id.ToString(), 1, 0, null);

    /// <summary>A copy of a message for a later attempt, with the very same body, that says why it is needed.</summary>
    public static QueueMessage Copy(
        QueueMessage message, LeadMessage lead, int attempt, int tries, DateTimeOffset notBefore, string reason) =>
        Wrap(
            lead,
            message.Body,
            string.Create(CultureInfo.InvariantCulture, $"{lead.Id}{CopyMark}{attempt}"),
            attempt,
            tries,
            notBefore,
            reason);

    /// <summary>The lead that a message is about; null if the message's id is not one of a lead's.</summary>
    public static LeadId? LeadOf(QueueMessage message) =>
        LeadId.TryParse(message.MessageId.Split('/')[0], out var lead) ? lead : null;

    /// <summary>The campaign that a message says it belongs to; null if it does not say.</summary>
    public static string? CampaignOf(QueueMessage message) => message.Properties.GetValueOrDefault(Campaign);

    /// <summary>Why the attempt before a message failed, as a code of <see cref="DeliveryReasons"/>; null if there was none.</summary>
    public static string? ReasonOf(QueueMessage message) => message.Properties.GetValueOrDefault(Reason);

    /// <summary>
    /// The attempt that a message stands for, from 1. The id counts as well as the property: too low a number would give the
    /// next copy an id that the queue knows, and the copy would be swallowed.
    /// </summary>
    public static int AttemptOf(QueueMessage message)
    {
        var mark = message.MessageId.LastIndexOf(CopyMark, StringComparison.Ordinal);
        return Math.Max(
            Number(message.Properties.GetValueOrDefault(Attempt)),
            Number(mark < 0 ? null : message.MessageId[(mark + CopyMark.Length)..]));
    }

    /// <summary>How often the CRM was called for the lead before this message; an attempt that a pause cut short is none.</summary>
    public static int TriesOf(QueueMessage message) =>
        int.TryParse(message.Properties.GetValueOrDefault(Tries), NumberStyles.None, CultureInfo.InvariantCulture, out var tries)
            ? Math.Min(tries, 1_000_000)
            : 0;

    /// <summary>When a message was meant to be received; null if it does not say.</summary>
    public static DateTimeOffset? DueAt(QueueMessage message) =>
        DateTimeOffset.TryParse(
            message.Properties.GetValueOrDefault(Due), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var due)
            ? due
            : null;

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and < 1_000_000 ? number : 1;

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
            [Attempt] = attempt.ToString(CultureInfo.InvariantCulture),
            [Tries] = tries.ToString(CultureInfo.InvariantCulture),
            [Due] = dueAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        };
        if (reason is not null)
        {
            properties[Reason] = reason;
        }

        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } trace })
        {
            properties[LeadTraces.ParentProperty] = trace;
        }

        return properties;
    }
}
