using System.Text.Json;
using LeadFilter.Core.Decisions;
using LeadFilter.Pipeline.Decisions;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Answers a page of decisions.</summary>
internal static class DecisionAnswer
{
    /// <summary>The answer.</summary>
    /// <param name="name">What the list is called.</param>
    /// <param name="page">The page.</param>
    /// <param name="writeMore">Writes what is particular to the list into an entry.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public static IResult Of(
        string name, DecisionPage page, Action<Utf8JsonWriter, DecisionRecord> writeMore, CancellationToken cancellation) =>
        Results.Stream(body => WriteAsync(body, name, page, writeMore, cancellation), "application/json");

    /// <summary>Writes what is the same of every finding into an object that has begun.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="finding">The finding.</param>
    public static void Write(Utf8JsonWriter json, RecordedFinding finding)
    {
        json.WriteString("code", finding.Code.ToString());
        json.WriteString("rule", finding.Rule);
        json.WriteString("category", CategoryName.Of(finding.Category));
    }

    private static async Task WriteAsync(
        Stream body, string name, DecisionPage page, Action<Utf8JsonWriter, DecisionRecord> writeMore, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteStartArray(name);
        foreach (var record in page.Records)
        {
            json.WriteStartObject();
            json.WriteString("at", record.ReceivedAt.UtcDateTime);
            json.WriteString("lead", record.Lead.ToString());
            json.WriteString("vendor", record.Vendor.ToString());
            json.WriteString("source", record.Source);
            json.WriteBoolean("test", record.IsTest);
            json.WriteString("version", record.CampaignVersion);
            writeMore(json, record);
            WriteUnreadable(json, record.Unreadable);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("next", page.Next?.ToString());
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    /// <summary>Writes the names of fields that could not be read; nothing if there are none.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="fields">The names.</param>
    public static void WriteUnreadable(Utf8JsonWriter json, IReadOnlyList<string> fields)
    {
        if (fields.Count == 0)
        {
            return;
        }

        json.WriteStartArray("unreadable");
        foreach (var field in fields)
        {
            json.WriteStringValue(field);
        }

        json.WriteEndArray();
    }
}
