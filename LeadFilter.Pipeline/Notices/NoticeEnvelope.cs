using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Notices;

/// <summary>Notices as messages of the queue: what is told is the body, everything else a property.</summary>
internal static class NoticeEnvelope
{
    /// <summary>The subject of all of them.</summary>
    public const string Subject = "notice";

    private const string Kind = "kind";
    private const string Created = "created";
    private const string GiveUp = "give_up";
    private const string Endless = "never";
    private const int MaxKindLength = 64;

    private static readonly SearchValues<char> InIds =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:");

    private static readonly SearchValues<char> InKinds = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>The first message of a notice.</summary>
    /// <exception cref="ArgumentException">Its id or kind has another form, or what is told is no JSON object.</exception>
    public static QueueMessage Wrap(Notice notice)
    {
        if (!HasForm(notice.Id, Notice.MaxIdLength, InIds) || !HasForm(notice.Kind, MaxKindLength, InKinds) || !IsObject(notice.Data))
        {
            throw new ArgumentException($"The notice '{notice.Id}' of kind '{notice.Kind}' cannot be sent.", nameof(notice));
        }

        return Wrap(notice, notice.Id, 1, 0, null, null);
    }

    /// <summary>A copy for a later attempt, with the very same body, that says why it is needed.</summary>
    public static QueueMessage Copy(Notice notice, int attempt, int tries, DateTimeOffset notBefore, string reason) =>
        Wrap(notice, AttemptMarks.IdOf(notice.Id, attempt), attempt, tries, notBefore, reason);

    /// <summary>Reads what <see cref="Wrap(Notice)"/> or <see cref="Copy"/> wrote; false if it is something else.</summary>
    public static bool TryRead(QueueMessage message, [NotNullWhen(true)] out Notice? notice)
    {
        var (id, end) = (AttemptMarks.FirstOf(message.MessageId), message.Properties.GetValueOrDefault(GiveUp));
        notice = HasForm(id, Notice.MaxIdLength, InIds)
            && HasForm(message.Properties.GetValueOrDefault(Kind), MaxKindLength, InKinds)
            && ReceiverOf(message) is { } receiver
            && AttemptMarks.TimeOf(message, Created) is { } created
            && IsObject(message.Body)
            && (end == Endless ? Notice.Never : AttemptMarks.TimeOf(message, GiveUp)) is { } giveUpAt
            ? new()
            {
                Id = id,
                Kind = message.Properties[Kind],
                To = receiver,
                CreatedAt = created,
                Data = message.Body,
                GiveUpAt = giveUpAt,
            }
            : null;
        return notice is not null;
    }

    private static NoticeReceiver? ReceiverOf(QueueMessage message) =>
        VendorId.TryParse(message.Properties.GetValueOrDefault(NoticeReceiver.VendorSort), out var vendor) ? NoticeReceiver.Vendor(vendor)
        : message.Properties.GetValueOrDefault(NoticeReceiver.TargetSort) is { Length: > 0 } target ? NoticeReceiver.Target(target)
        : null;

    private static QueueMessage Wrap(Notice notice, string messageId, int attempt, int tries, DateTimeOffset? notBefore, string? reason)
    {
        var end = notice.GiveUpAt ?? notice.CreatedAt + RedeliverySchedule.Limit;
        var properties = new Dictionary<string, string>
        {
            [Kind] = notice.Kind,
            [notice.To.Sort] = notice.To.Id,
            [Created] = AttemptMarks.TextOf(notice.CreatedAt),
            [GiveUp] = end == Notice.Never ? Endless : AttemptMarks.TextOf(end),
        };
        AttemptMarks.Set(properties, attempt, tries, notBefore ?? notice.CreatedAt, reason);
        return new()
        {
            Queue = QueueNames.Notices,
            MessageId = messageId,
            Subject = Subject,
            Body = notice.Data,
            NotBefore = notBefore,
            Properties = properties,
        };
    }

    private static bool HasForm(string? text, int maxLength, SearchValues<char> allowed) =>
        text is { Length: > 0 } && text.Length <= maxLength && !text.AsSpan().ContainsAnyExcept(allowed);

    private static bool IsObject(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8.Span);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
