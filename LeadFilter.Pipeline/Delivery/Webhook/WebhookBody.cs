using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Leads.Facts;
using LeadFilter.Core.OptOuts;

namespace LeadFilter.Pipeline.Delivery.Webhook;

/// <summary>A lead as the body of the call to the CRM: UTF-8 JSON.</summary>
internal static class WebhookBody
{
    /// <summary>The fields that prove a consent; those that were sent stand under <c>consent</c>, whatever the campaign maps.</summary>
    private static readonly string[] ConsentFields =
        ["tcpa_consent", "consent_text", "trustedform_cert_url", "universal_leadid", "opt_in"];

    // The JSON is never part of a web page, so accents and '+' may stay readable.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a lead.</summary>
    /// <param name="message">The lead as bought.</param>
    /// <param name="lead">Its fields.</param>
    /// <param name="map">The CRM's name -> the name of a field or part; null for all fields that were sent.</param>
    public static ReadOnlyMemory<byte> Write(LeadMessage message, Lead lead, IReadOnlyDictionary<string, string>? map)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            json.WriteString("lead_id"u8, message.Id.ToString());
            if (message.UpdateOf is { } bought)
            {
                json.WriteString("update_of"u8, bought.ToString());
            }

            json.WriteString("campaign"u8, message.Campaign.ToString());
            json.WriteString("vendor"u8, message.Vendor.ToString());
            json.WriteString("source"u8, message.Source);
            json.WriteString("received_at"u8, message.ReceivedAt.UtcDateTime);
            json.WriteString("route"u8, RouteName.Of(message.Route));
            json.WriteNumber("price"u8, message.Price.Amount);
            if (message.Exclusive is { } exclusive)
            {
                json.WriteBoolean("exclusive"u8, exclusive);
            }

            if (message.DoNotContact != ContactChannels.None)
            {
                json.WriteStartArray("do_not_contact"u8);
                foreach (var channel in ContactChannelName.Of(message.DoNotContact))
                {
                    json.WriteStringValue(channel);
                }

                json.WriteEndArray();
            }

            if (message.Score is { } score)
            {
                json.WritePropertyName("score"u8);
                JsonSerializer.Serialize(json, ScoreDocument.Of(score)!, DeliveryJson.Default.ScoreDocument);
            }

            json.WriteStartObject("consent"u8);
            foreach (var name in ConsentFields)
            {
                if (lead.Layout.TryResolve(name, out var field))
                {
                    WriteValue(json, name, field, lead);
                }
            }

            json.WriteEndObject();
            json.WriteStartObject("fields"u8);
            if (map is null)
            {
                WriteAll(json, lead);
            }
            else
            {
                WriteMapped(json, lead, map);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteAll(Utf8JsonWriter json, Lead lead)
    {
        foreach (var slot in lead.Layout.SlotsInNameOrder)
        {
            var (name, type, _) = lead.Layout.Fields[slot];
            WriteValue(json, name, type, in lead[slot]);
        }
    }

    private static void WriteMapped(Utf8JsonWriter json, Lead lead, IReadOnlyDictionary<string, string> map)
    {
        foreach (var (name, path) in map)
        {
            if (lead.Layout.TryResolve(path, out var operand))
            {
                WriteValue(json, name, operand, lead);
            }
        }
    }

    private static void WriteValue(Utf8JsonWriter json, string name, FieldOperand operand, Lead lead)
    {
        var value = operand.Read(lead);
        if (operand.Part is not null && !value.IsValid)
        {
            // The raw text is the whole field's, not the part's.
            return;
        }

        WriteValue(json, name, operand.Type, in value);
    }

    private static void WriteValue(Utf8JsonWriter json, string name, FieldType type, in FieldValue value)
    {
        if (!value.IsValid)
        {
            if (value.Raw is not null)
            {
                json.WriteString(name, value.Raw);
            }
        }
        else if (type.Kind == ValueKind.Flag)
        {
            json.WriteBoolean(name, value.Number != 0);
        }
        else if (type.Kind == ValueKind.Number && double.IsFinite(value.Number))
        {
            json.WriteNumber(name, value.Number);
        }
        else
        {
            json.WriteString(name, type.CanonicalText(in value));
        }
    }
}
