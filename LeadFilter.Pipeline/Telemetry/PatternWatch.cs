using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline.Telemetry;

/// <summary>Counts leads for which a pattern took too long, and warns of them at most once an hour for each campaign.</summary>
/// <param name="metrics">Counts.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where to warn.</param>
public sealed partial class PatternWatch(LeadMetrics metrics, TimeProvider time, ILogger<PatternWatch> logger)
{
    private readonly OncePerHour<CampaignId> warnings = new(time);

    /// <summary>Looks at a decision.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="decision">What was decided.</param>
    public void Look(CampaignId campaign, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (!decision.PatternGaveUp)
        {
            return;
        }

        metrics.PatternGaveUp(campaign);
        if (warnings.IsDue(campaign))
        {
            GaveUp(logger, campaign.ToString());
        }
    }

    [LoggerMessage(
        EventId = 1010,
        Level = LogLevel.Warning,
        Message = "A pattern of campaign {Campaign} took too long to search a lead, so its test was indeterminate. Use smaller counts "
            + "in the patterns, or fewer patterns. This is said at most once an hour; leadfilter.patterns.given_up counts such leads")]
    private static partial void GaveUp(ILogger logger, string campaign);
}
