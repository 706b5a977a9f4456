using System.Text.Json.Serialization;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Delivery;

/// <summary>A <see cref="LeadMessage"/> as it is written into JSON; anything may be missing when it is read.</summary>
internal sealed record LeadDocument
{
    public const int Version = 1;

    public int? V { get; init; }

    public string? Id { get; init; }

    public string? Campaign { get; init; }

    public string? CampaignVersion { get; init; }

    public string? Vendor { get; init; }

    public string? Source { get; init; }

    public string? UpdateOf { get; init; }

    public DateTimeOffset? ReceivedAt { get; init; }

    public string? Route { get; init; }

    public decimal? Price { get; init; }

    public bool? Exclusive { get; init; }

    public ScoreDocument? Score { get; init; }

    [JsonConverter(typeof(RawFieldsConverter))]
    public IReadOnlyList<KeyValuePair<string, string>>? Fields { get; init; }

    public static LeadDocument Of(LeadMessage lead) => new()
    {
        V = Version,
        Id = lead.Id.ToString(),
        Campaign = lead.Campaign.ToString(),
        CampaignVersion = lead.CampaignVersion,
        Vendor = lead.Vendor.ToString(),
        Source = lead.Source,
        UpdateOf = lead.UpdateOf?.ToString(),
        ReceivedAt = lead.ReceivedAt,
        Route = RouteName.Of(lead.Route),
        Price = lead.Price.Amount,
        Exclusive = lead.Exclusive,
        Score = ScoreDocument.Of(lead.Score),
        Fields = lead.Fields,
    };

    /// <summary>The message.</summary>
    /// <param name="gap">The first name whose value is missing or not valid; null if all are well.</param>
    public LeadMessage? ToMessage(out string? gap)
    {
        gap = null;
        if (V != Version)
        {
            gap = "v";
        }
        else if (!LeadId.TryParse(Id, out var id))
        {
            gap = "id";
        }
        else if (!CampaignId.TryParse(Campaign, out var campaign))
        {
            gap = "campaign";
        }
        else if (CampaignVersion is null)
        {
            gap = "campaign_version";
        }
        else if (!VendorId.TryParse(Vendor, out var vendor))
        {
            gap = "vendor";
        }
        else if (ReceivedAt is null)
        {
            gap = "received_at";
        }
        else if (!RouteName.TryParse(Route, out var route))
        {
            gap = "route";
        }
        else if (Price is null || !Money.TryCreate(Price.Value, out var price))
        {
            gap = "price";
        }
        else if (Score is not null && Score.ToSheet() is null)
        {
            gap = "score";
        }
        else if (Fields is null)
        {
            gap = "fields";
        }
        else
        {
            return new()
            {
                Id = id,
                Campaign = campaign,
                CampaignVersion = CampaignVersion,
                Vendor = vendor,
                Source = Source,
                UpdateOf = LeadId.TryParse(UpdateOf, out var bought) ? bought : null,
                ReceivedAt = ReceivedAt.Value,
                Route = route,
                Price = price,
                Exclusive = Exclusive,
                Score = Score?.ToSheet(),
                Fields = Fields,
            };
        }

        return null;
    }
}
