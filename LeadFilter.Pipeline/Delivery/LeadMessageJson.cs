using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Scores;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Delivery;

/// <summary>
/// A <see cref="LeadMessage"/> as UTF-8 JSON, version 1. A reader skips names that it does not know, so that names can be
/// added without a new version; a change of meaning needs one.
/// </summary>
internal static class LeadMessageJson
{
    private const int Version = 1;

    // The JSON is never part of a web page, so accents and '+' may stay readable.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(LeadMessage lead)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            json.WriteNumber("v"u8, Version);
            json.WriteString("id"u8, lead.Id.ToString());
            json.WriteString("campaign"u8, lead.Campaign.ToString());
            json.WriteString("campaign_version"u8, lead.CampaignVersion);
            json.WriteString("vendor"u8, lead.Vendor.ToString());
            if (lead.Source is not null)
            {
                json.WriteString("source"u8, lead.Source);
            }

            if (lead.UpdateOf is { } bought)
            {
                json.WriteString("update_of"u8, bought.ToString());
            }

            json.WriteString("received_at"u8, lead.ReceivedAt);
            json.WriteString("route"u8, RouteName.Of(lead.Route));
            json.WriteNumber("price"u8, lead.Price.Amount);
            if (lead.Exclusive is { } exclusive)
            {
                json.WriteBoolean("exclusive"u8, exclusive);
            }

            if (lead.Score is not null)
            {
                json.WritePropertyName("score"u8);
                ScoreSheetJson.Write(json, lead.Score);
            }

            json.WriteStartObject("fields"u8);
            foreach (var (name, raw) in lead.Fields)
            {
                json.WriteString(name, raw);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Reads a message.</summary>
    /// <param name="json">The body of a queue's message, whatever it holds.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="why">Why it cannot be read, in a sentence without any of its content.</param>
    public static bool TryRead(ReadOnlySpan<byte> json, [NotNullWhen(true)] out LeadMessage? lead, [NotNullWhen(false)] out string? why)
    {
        lead = null;
        var parts = new Parts();
        try
        {
            var reader = new Utf8JsonReader(json);
            why = Read(ref reader, parts);
        }
        catch (JsonException)
        {
            why = "The body is not JSON.";
        }
        catch (InvalidOperationException)
        {
            // The reader's word for a value of another kind than asked for, and for text that is not Unicode.
            why = "The body holds a value of the wrong kind.";
        }

        why ??= parts.FirstGap;
        if (why is null)
        {
            lead = parts.ToMessage();
        }

        return lead is not null;
    }

    private static string? Read(ref Utf8JsonReader reader, Parts parts)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return "The body is not a JSON object.";
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!TryReadPart(ref reader, parts))
            {
                reader.Read();
                reader.Skip();
            }
        }

        // Asks for the end: anything after the object is a JsonException.
        reader.Read();
        return null;
    }

    private static bool TryReadPart(ref Utf8JsonReader reader, Parts parts)
    {
        if (reader.ValueTextEquals("fields"u8))
        {
            reader.Read();
            ReadFields(ref reader, parts);
        }
        else if (reader.ValueTextEquals("price"u8))
        {
            reader.Read();
            parts.Price = reader.TryGetDecimal(out var amount) && Money.TryCreate(amount, out var price) ? price : null;
        }
        else if (reader.ValueTextEquals("score"u8))
        {
            parts.Score = ScoreSheetJson.Read(ref reader);
        }
        else if (reader.ValueTextEquals("exclusive"u8))
        {
            reader.Read();
            parts.Exclusive = reader.GetBoolean();
        }
        else if (reader.ValueTextEquals("v"u8))
        {
            reader.Read();
            parts.IsOfThisVersion = reader.TryGetInt32(out var version) && version == Version;
        }
        else if (reader.ValueTextEquals("received_at"u8))
        {
            reader.Read();
            parts.ReceivedAt = reader.TryGetDateTimeOffset(out var at) ? at : null;
        }
        else
        {
            return TryReadText(ref reader, parts);
        }

        return true;
    }

    private static bool TryReadText(ref Utf8JsonReader reader, Parts parts)
    {
        if (reader.ValueTextEquals("id"u8))
        {
            parts.Id = LeadId.TryParse(NextText(ref reader), out var id) ? id : null;
        }
        else if (reader.ValueTextEquals("campaign"u8))
        {
            parts.Campaign = CampaignId.TryParse(NextText(ref reader), out var campaign) ? campaign : null;
        }
        else if (reader.ValueTextEquals("campaign_version"u8))
        {
            parts.CampaignVersion = NextText(ref reader);
        }
        else if (reader.ValueTextEquals("vendor"u8))
        {
            parts.Vendor = VendorId.TryParse(NextText(ref reader), out var vendor) ? vendor : null;
        }
        else if (reader.ValueTextEquals("source"u8))
        {
            parts.Source = NextText(ref reader);
        }
        else if (reader.ValueTextEquals("update_of"u8))
        {
            parts.UpdateOf = LeadId.TryParse(NextText(ref reader), out var bought) ? bought : null;
        }
        else if (reader.ValueTextEquals("route"u8))
        {
            parts.Route = RouteName.TryParse(NextText(ref reader), out var route) ? route : null;
        }
        else
        {
            return false;
        }

        return true;
    }

    private static string? NextText(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    private static void ReadFields(ref Utf8JsonReader reader, Parts parts)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException();
        }

        var fields = new List<KeyValuePair<string, string>>(32);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (NextText(ref reader) is { } raw)
            {
                fields.Add(new(name, raw));
            }
        }

        parts.Fields = fields;
    }

    private sealed class Parts
    {
        public bool IsOfThisVersion { get; set; }

        public LeadId? Id { get; set; }

        public CampaignId? Campaign { get; set; }

        public string? CampaignVersion { get; set; }

        public VendorId? Vendor { get; set; }

        public string? Source { get; set; }

        public LeadId? UpdateOf { get; set; }

        public DateTimeOffset? ReceivedAt { get; set; }

        public Route? Route { get; set; }

        public Money? Price { get; set; }

        public bool? Exclusive { get; set; }

        public ScoreSheet? Score { get; set; }

        public List<KeyValuePair<string, string>>? Fields { get; set; }

        public string? FirstGap =>
            !IsOfThisVersion ? $"The body is not of version {Version} of this format."
            : Id is null ? Gap("id")
            : Campaign is null ? Gap("campaign")
            : CampaignVersion is null ? Gap("campaign_version")
            : Vendor is null ? Gap("vendor")
            : ReceivedAt is null ? Gap("received_at")
            : Route is null ? Gap("route")
            : Price is null ? Gap("price")
            : Fields is null ? Gap("fields")
            : null;

        public LeadMessage ToMessage() => new()
        {
            Id = Id!.Value,
            Campaign = Campaign!.Value,
            CampaignVersion = CampaignVersion!,
            Vendor = Vendor!.Value,
            Source = Source,
            UpdateOf = UpdateOf,
            ReceivedAt = ReceivedAt!.Value,
            Route = Route!.Value,
            Price = Price!.Value,
            Exclusive = Exclusive,
            Score = Score,
            Fields = Fields!,
        };

        private static string Gap(string name) => $"The body's \"{name}\" is missing or not valid.";
    }
}
