using System.Text.Json;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Capacity;
using LeadFilter.Core.Decisions;
using LeadFilter.Http.Problems;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Capacity;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Tells what is left under the caps of a campaign now.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="report">Reads the counters.</param>
/// <param name="time">The clock.</param>
public sealed class ListCapsEndpoint(ICampaigns campaigns, CapReport report, TimeProvider time)
{
    /// <summary>Answers a request.</summary>
    /// <param name="campaign">The campaign's id from the address.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public async Task<IResult> HandleAsync(string campaign, CancellationToken cancellation)
    {
        if (!CampaignId.TryParse(campaign, out var id) || campaigns.Find(id) is not { } found)
        {
            return Problem.UnknownCampaign;
        }

        var uses = new List<CapUse>();
        await foreach (var use in report.ReadAsync(found, time.GetUtcNow(), cancellation))
        {
            uses.Add(use);
        }

        return Results.Stream(body => WriteAsync(body, uses, cancellation), "application/json");
    }

    private static async Task WriteAsync(Stream body, List<CapUse> uses, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteStartArray("caps");
        foreach (var use in uses)
        {
            Write(json, use);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation);
    }

    private static void Write(Utf8JsonWriter json, CapUse use)
    {
        var (cap, counter) = (use.Cap, use.Counter);
        var values = CapPart.Read(cap, counter.Part);
        json.WriteStartObject();
        json.WriteString("id", cap.Id);
        json.WriteString("scope", cap.Vendor is null ? "campaign" : "vendor");
        json.WriteString("vendor", Find(values, CapKey.Vendor)?.Value ?? cap.Vendor?.ToString());
        json.WriteString("source", Find(values, CapKey.Source) is { } source ? source.Value ?? "" : null);
        json.WriteStartObject("by");
        foreach (var (key, value) in values.Where(static one => one.Key != CapKey.Vendor.Name && one.Key != CapKey.Source.Name))
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
        json.WriteString("mode", cap.Ground.Mode == RuleMode.Shadow ? "shadow" : "enforced");
        json.WriteString("per", cap.Per.ToString().ToLowerInvariant());
        json.WriteString("counts", use.Limit.IsMoney ? "money" : "leads");
        json.WriteNumber("limit", use.Limit.Amount);
        json.WriteNumber("taken", use.Taken);
        json.WriteNumber("left", use.Left);
        json.WriteString("from", counter.Period.Start.UtcDateTime);
        json.WriteString("resetsAt", counter.Period.End.UtcDateTime);
        json.WriteEndObject();
    }

    private static (string Key, string? Value)? Find(IReadOnlyList<(string Key, string? Value)> values, CapKey key)
    {
        foreach (var value in values)
        {
            if (value.Key == key.Name)
            {
                return value;
            }
        }

        return null;
    }
}
