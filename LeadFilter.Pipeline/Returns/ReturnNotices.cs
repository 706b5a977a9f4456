using System.Text.Json;
using LeadFilter.Core.Returns.Cases;
using LeadFilter.Pipeline.Notices;

namespace LeadFilter.Pipeline.Returns;

/// <summary>What vendors are told of their returns: each change, also their own, so that their books are whole.</summary>
internal static class ReturnNotices
{
    private const string Kind = "return";

    /// <summary>The notice of a change. It is the same each time it is made.</summary>
    /// <param name="returned">The return.</param>
    /// <param name="at">Which of its changes, from 0.</param>
    /// <param name="now">The time: later tries go by it.</param>
    public static Notice Of(ReturnCase returned, int at, DateTimeOffset now) => new()
    {
        Id = $"return-{returned.Lead}-{at + 1}",
        Kind = Kind,
        To = NoticeReceiver.Vendor(returned.Vendor),
        CreatedAt = now,
        Data = DataOf(returned with { Changes = [.. returned.Changes.Take(at + 1)] }),
    };

    private static byte[] DataOf(ReturnCase returned)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            var change = returned.Changes[^1];
            json.WriteStartObject();
            json.WriteString("campaign", returned.Campaign.ToString());
            json.WriteString("lead", returned.Lead.ToString());
            json.WriteString("state", ReturnStateName.Of(change.State));
            json.WriteString("at", change.At.UtcDateTime);
            json.WriteString("by", ReturnPartyName.Of(change.By));
            json.WriteString("reason", (change.Reason ?? returned.Reason).ToString());
            json.WriteNumber("price", returned.Price.Amount);
            if (returned.Deadline is { } deadline)
            {
                json.WriteString(returned.Waits ? "answer_by" : "dispute_by", deadline.UtcDateTime);
            }

            if (returned.CreditedAt is not null)
            {
                json.WriteNumber("credit", returned.Price.Amount);
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }
}
