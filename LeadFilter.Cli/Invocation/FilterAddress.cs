using LeadFilter.Core.Campaigns;

namespace LeadFilter.Cli.Invocation;

/// <summary>The addresses of a filter's endpoints.</summary>
internal static class FilterAddress
{
    /// <summary>An endpoint of a campaign, such as <c>leads</c>; a path in the filter's own address stays before it.</summary>
    /// <param name="filter">The filter's address.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="endpoint">The endpoint, with its query string.</param>
    public static Uri Of(Uri filter, CampaignId campaign, string endpoint) => Of(filter, $"campaigns/{campaign}/{endpoint}");

    /// <summary>An endpoint of the filter, such as <c>suppressions</c>; a path in the filter's own address stays before it.</summary>
    /// <param name="filter">The filter's address.</param>
    /// <param name="endpoint">The endpoint, with its query string.</param>
    public static Uri Of(Uri filter, string endpoint) => new($"{filter.GetLeftPart(UriPartial.Path).TrimEnd('/')}/api/{endpoint}");
}
