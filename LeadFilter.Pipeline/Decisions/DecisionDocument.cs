using System.Text.Json.Serialization;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Decisions;

/// <summary>A <see cref="DecisionRecord"/> as it is read from JSON (<see cref="DecisionRecordJson"/>); anything may be missing.</summary>
internal sealed record DecisionDocument
{
    public string? Lead { get; init; }

    public string? Campaign { get; init; }

    public string? Version { get; init; }

    public string? Vendor { get; init; }

    public string? Source { get; init; }

    public DateTime? At { get; init; }

    public bool Test { get; init; }

    public bool Accepted { get; init; }

    public decimal? Price { get; init; }

    public string? Route { get; init; }

    [JsonPropertyName("update_of")]
    public string? UpdateOf { get; init; }

    public double? Score { get; init; }

    public IReadOnlyList<string>? Unreadable { get; init; }

    public IReadOnlyList<FindingDocument>? Findings { get; init; }

    /// <summary>The record; null if something is missing or not valid.</summary>
    public DecisionRecord? ToRecord()
    {
        var findings = new List<RecordedFinding>();
        foreach (var document in Findings ?? [])
        {
            if (document?.ToFinding() is not { } finding)
            {
                return null;
            }

            findings.Add(finding);
        }

        return LeadId.TryParse(Lead, out var lead)
            && CampaignId.TryParse(Campaign, out var campaign)
            && VendorId.TryParse(Vendor, out var vendor)
            && Version is not null
            && At is { } at
            && Price is { } amount
            && Money.TryCreate(amount, out var price)
            && RouteName.TryParse(Route, out var route)
            ? new()
            {
                Lead = lead,
                Campaign = campaign,
                CampaignVersion = Version,
                Vendor = vendor,
                Source = Source,
                ReceivedAt = new DateTimeOffset(
                    at.Kind == DateTimeKind.Local ? at.ToUniversalTime() : DateTime.SpecifyKind(at, DateTimeKind.Utc)),
                IsTest = Test,
                IsAccepted = Accepted,
                Price = price,
                Route = route,
                UpdateOf = LeadId.TryParse(UpdateOf, out var bought) ? bought : null,
                Score = Score,
                Unreadable = [.. (Unreadable ?? []).OfType<string>()],
                Findings = findings,
            }
            : null;
    }
}
