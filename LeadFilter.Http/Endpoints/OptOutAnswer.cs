using System.Text.Json;
using LeadFilter.Core.OptOuts;
using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.OptOuts;
using LeadFilter.Pipeline.Targets;

namespace LeadFilter.Http.Endpoints;

/// <summary>An opt-out as its readers get it: without any plain value.</summary>
internal static class OptOutAnswer
{
    /// <summary>Writes the members of an opt-out.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="optOut">The opt-out.</param>
    /// <param name="learned">Which systems have learned of it; null not to tell.</param>
    public static void Write(Utf8JsonWriter json, OptOut optOut, IReadOnlyList<TargetAcknowledgement>? learned = null)
    {
        json.WriteString("id", optOut.Id);
        json.WriteStartArray("persons");
        foreach (var person in optOut.Persons)
        {
            json.WriteStartObject();
            json.WriteString("by", SuppressionKindName.Of(person.Kind));
            if (person.Masked is { } masked)
            {
                json.WriteString("masked", masked);
            }

            json.WriteString("sha256", person.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteTexts(json, "channels", ContactChannelName.Of(optOut.Channels));
        WriteTexts(json, "scope", optOut.Scope.Count == 0 ? ["all"] : optOut.Scope.Select(static campaign => campaign.ToString()));
        json.WriteString("receivedAt", optOut.ReceivedAt.UtcDateTime);
        json.WriteString("recordedAt", optOut.RecordedAt.UtcDateTime);
        json.WriteString("endsAt", optOut.ExpiresAt.UtcDateTime);
        if (optOut.How is { } how)
        {
            json.WriteString("how", how);
        }

        if (optOut.RequestId is { } requestId)
        {
            json.WriteString("requestId", requestId);
        }

        if (learned is not null)
        {
            WriteLearned(json, learned);
        }
    }

    private static void WriteLearned(Utf8JsonWriter json, IReadOnlyList<TargetAcknowledgement> learned)
    {
        json.WriteStartArray("targets");

        // Of the others, the opt-out has nothing by which they know people.
        foreach (var one in learned.Where(static one => one.Status > 0))
        {
            json.WriteStartObject();
            json.WriteString("target", one.Target);
            json.WriteString("at", one.At.UtcDateTime);
            json.WriteNumber("status", one.Status);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
