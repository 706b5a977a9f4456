using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Campaigns;
using Microsoft.Extensions.Configuration;

namespace LeadFilter.Pipeline.Notices;

/// <summary>Vendors, who are told at the address in their <c>notify</c>.</summary>
/// <param name="campaigns">Knows the vendors.</param>
/// <param name="settings">Where secrets are found by their names.</param>
internal sealed class VendorReceivers(ICampaigns campaigns, IConfiguration settings) : INoticeReceivers
{
    // The JSON is never part of a web page, so accents and '+' may stay readable.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public string Sort => NoticeReceiver.VendorSort;

    /// <inheritdoc/>
    public bool Has(string id) => NotifyOf(id) is not null;

    /// <inheritdoc/>
    public NoticePlan? Find(Notice notice)
    {
        if (campaigns.Vendors.All.Count == 0)
        {
            return NoticePlan.Later(NoticeReasons.ReceiverUnknown, "The file of vendors does not load.");
        }

        if (NotifyOf(notice.To.Id) is not { } notify)
        {
            return null;
        }

        return settings[notify.Secret] is { } secret && !string.IsNullOrWhiteSpace(secret)
            ? new(notify.Url, secret, Write(notice))
            : NoticePlan.Later(NoticeReasons.SecretMissing, $"The setting '{notify.Secret}' with the secret for the signature is not set.");
    }

    private VendorNotify? NotifyOf(string id) => VendorId.TryParse(id, out var vendor) ? campaigns.Vendors.Find(vendor)?.Notify : null;

    /// <summary>The body. It repeats id and kind, since the signature covers no other header than the idempotency key.</summary>
    private static ReadOnlyMemory<byte> Write(Notice notice)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, notice.Id);
            json.WriteString("kind"u8, notice.Kind);
            json.WriteString("created_at"u8, notice.CreatedAt.UtcDateTime);
            json.WritePropertyName("data"u8);
            json.WriteRawValue(notice.Data.Span);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
