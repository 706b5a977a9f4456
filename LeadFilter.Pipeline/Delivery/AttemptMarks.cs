using System.Diagnostics;
using System.Globalization;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Telemetry;

namespace LeadFilter.Pipeline.Delivery;

/// <summary>
/// What a message says of the attempts that it stands for. The copy for attempt N has the id <c>ID/attempt-N</c>, since the queue swallows
/// a second message with the same id.
/// </summary>
internal static class AttemptMarks
{
    private const string Attempt = "attempt";
    private const string Tries = "tries";
    private const string Due = "due";
    private const string Reason = "reason";
    private const string CopyMark = "/attempt-";

    /// <summary>The id of the copy for an attempt.</summary>
    public static string IdOf(string first, int attempt) => string.Create(CultureInfo.InvariantCulture, $"{first}{CopyMark}{attempt}");

    /// <summary>The id that the first message had.</summary>
    public static string FirstOf(string id) => id.LastIndexOf(CopyMark, StringComparison.Ordinal) is >= 0 and var mark ? id[..mark] : id;

    /// <summary>Why the attempt before a message failed, as a code; null if there was none.</summary>
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

    /// <summary>How often the receiver was called before this message; an attempt that a pause cut short is none.</summary>
    public static int TriesOf(QueueMessage message) =>
        int.TryParse(message.Properties.GetValueOrDefault(Tries), NumberStyles.None, CultureInfo.InvariantCulture, out var tries)
            ? Math.Min(tries, 1_000_000)
            : 0;

    /// <summary>When a message was meant to be received; null if it does not say.</summary>
    public static DateTimeOffset? DueAt(QueueMessage message) => TimeOf(message, Due);

    /// <summary>A time among a message's properties; null if there is none.</summary>
    public static DateTimeOffset? TimeOf(QueueMessage message, string property) =>
        DateTimeOffset.TryParse(
            message.Properties.GetValueOrDefault(property), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    /// <summary>A time as a property.</summary>
    public static string TextOf(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Sets the marks of an attempt, and the trace that goes on.</summary>
    public static void Set(Dictionary<string, string> properties, int attempt, int tries, DateTimeOffset dueAt, string? reason)
    {
        properties[Attempt] = attempt.ToString(CultureInfo.InvariantCulture);
        properties[Tries] = tries.ToString(CultureInfo.InvariantCulture);
        properties[Due] = TextOf(dueAt);
        if (reason is not null)
        {
            properties[Reason] = reason;
        }

        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } trace })
        {
            properties[LeadTraces.ParentProperty] = trace;
        }
    }

    private static int Number(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and < 1_000_000 ? number : 1;
}
