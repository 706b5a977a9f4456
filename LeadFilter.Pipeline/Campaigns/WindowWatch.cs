using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline.Campaigns;

/// <summary>
/// Finds campaigns whose window for duplicates is longer than purchases are kept, and warns of each once: people who were bought
/// before that would be bought again.
/// </summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="kept">How long purchases are kept.</param>
/// <param name="logger">Where to warn.</param>
public sealed partial class WindowWatch(ICampaigns campaigns, TimeSpan kept, ILogger<WindowWatch> logger)
{
    /// <summary>The setting that says how long purchases are kept.</summary>
    internal const string SettingName = "LEADFILTER_KEEP_CLAIMS_DAYS";

    private readonly HashSet<LongWindow> told = [];

    /// <summary>Those that are too long now, by campaign, each with its longest window.</summary>
    public IReadOnlyList<LongWindow> Find() =>
    [
        .. from campaign in campaigns.All
           let window = campaign.Duplicates.Select(static plan => plan.Window).DefaultIfEmpty().Max()
           where window > kept
           orderby campaign.Id.ToString()
           select new LongWindow(campaign.Id, window, kept),
    ];

    /// <summary>Warns of those that it has not warned of before. Not to be called by several threads at once.</summary>
    internal void Warn()
    {
        var found = Find();
        foreach (var window in found.Where(one => !told.Contains(one)))
        {
            TooLong(logger, window);
        }

        told.Clear();
        told.UnionWith(found);
    }

    [LoggerMessage(EventId = 3006, Level = LogLevel.Warning, Message = "{Window}")]
    private static partial void TooLong(ILogger logger, LongWindow window);
}
