using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Decisions;

/// <summary>Writes and reads records as JSON: in tables, and in the queue where records wait for a log that is down.</summary>
internal static class DecisionRecordJson
{
    public static byte[] ToUtf8(DecisionRecord record)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("lead", record.Lead.ToString());
        json.WriteString("campaign", record.Campaign.ToString());
        json.WriteString("version", record.CampaignVersion);
        json.WriteString("vendor", record.Vendor.ToString());
        if (record.Source is not null)
        {
            json.WriteString("source", record.Source);
        }

        json.WriteString("at", record.ReceivedAt.UtcDateTime);
        json.WriteBoolean("test", record.IsTest);
        json.WriteBoolean("accepted", record.IsAccepted);
        json.WriteNumber("price", record.Price.Amount);
        json.WriteString("route", RouteName.Of(record.Route));
        if (record.UpdateOf is { } bought)
        {
            json.WriteString("update_of", bought.ToString());
        }

        if (record.Score is { } score)
        {
            json.WriteNumber("score", score);
        }

        if (record.Findings.Count > 0)
        {
            json.WriteStartArray("findings");
            foreach (var finding in record.Findings)
            {
                json.WriteStartObject();
                json.WriteString("rule", finding.Rule);
                json.WriteString("category", CategoryName.Of(finding.Category));
                json.WriteString("code", finding.Code.ToString());
                json.WriteString("text", finding.Text);
                json.WriteString("effect", finding.Effect.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static string ToText(DecisionRecord record) => Encoding.UTF8.GetString(ToUtf8(record));

    /// <summary>Reads a record.</summary>
    /// <returns>False if the bytes are no record.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out DecisionRecord? record)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return TryRead(document.RootElement, out record);
        }
        catch (JsonException)
        {
            record = null;
            return false;
        }
    }

    private static bool TryRead(JsonElement json, [NotNullWhen(true)] out DecisionRecord? record)
    {
        record = null;
        if (json.ValueKind != JsonValueKind.Object
            || !LeadId.TryParse(Text(json, "lead"), out var lead)
            || !CampaignId.TryParse(Text(json, "campaign"), out var campaign)
            || !VendorId.TryParse(Text(json, "vendor"), out var vendor)
            || Text(json, "version") is not { } version
            || !DateTimeOffset.TryParse(Text(json, "at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            || !json.TryGetProperty("price", out var priceJson)
            || !priceJson.TryGetDecimal(out var amount)
            || !Money.TryCreate(amount, out var price)
            || !RouteName.TryParse(Text(json, "route"), out var route))
        {
            return false;
        }

        var findings = new List<RecordedFinding>();
        if (json.TryGetProperty("findings", out var items))
        {
            foreach (var item in items.EnumerateArray())
            {
                if (Text(item, "rule") is not { } rule
                    || !CategoryName.TryParse(Text(item, "category"), out var category)
                    || !ReasonCode.TryParse(Text(item, "code"), out var code)
                    || Text(item, "text") is not { } text
                    || !Enum.TryParse<Effect>(Text(item, "effect"), out var effect))
                {
                    return false;
                }

                findings.Add(new(rule, category, code, text, effect));
            }
        }

        record = new()
        {
            Lead = lead,
            Campaign = campaign,
            CampaignVersion = version,
            Vendor = vendor,
            Source = Text(json, "source"),
            ReceivedAt = at,
            IsTest = Flag(json, "test"),
            IsAccepted = Flag(json, "accepted"),
            Price = price,
            Route = route,
            UpdateOf = LeadId.TryParse(Text(json, "update_of"), out var bought) ? bought : null,
            Score = json.TryGetProperty("score", out var score) && score.TryGetDouble(out var value) ? value : null,
            Findings = findings,
        };
        return true;
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Flag(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
