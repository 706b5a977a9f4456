using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>Which entries of the log are wanted.</summary>
internal sealed record LogQuery
{
    /// <summary>The most that the filter is asked for at once.</summary>
    public const int MaxPageSize = 1000;

    /// <summary>The campaign.</summary>
    public required CampaignId Campaign { get; init; }

    /// <summary>Only this vendor's; null for everyone's.</summary>
    public VendorId? Vendor { get; init; }

    /// <summary>Only those with this outcome; null for all.</summary>
    public string? Outcome { get; init; }

    /// <summary>Only those with this reason; null for all.</summary>
    public ReasonCode? Reason { get; init; }

    /// <summary>Only those of this source; null for all.</summary>
    public string? Source { get; init; }

    /// <summary>Only those with a finding of this rule; null for all.</summary>
    public string? Rule { get; init; }

    /// <summary>Only those with a finding of this effect; null for all.</summary>
    public string? Effect { get; init; }

    /// <summary>Only those from this time on.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only those before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The query string of a page.</summary>
    /// <param name="limit">How many entries the page may have.</param>
    /// <param name="after">Where it begins: the previous page's <see cref="LogPage.Next"/>; null for the first.</param>
    public string Page(int limit, string? after)
    {
        (string Name, string? Value)[] parts =
        [
            ("vendor", Vendor?.ToString()),
            ("outcome", Outcome),
            ("source", Source),
            ("reason", Reason?.ToString()),
            ("rule", Rule),
            ("effect", Effect),
            ("from", Time(From)),
            ("to", Time(To)),
            ("limit", limit.ToString()),
            ("after", after),
        ];
        return string.Join(
            '&', parts.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
    }

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
}
