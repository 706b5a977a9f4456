using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline.Campaigns;

/// <summary>Finds secrets that campaigns need and that are not set, and warns of each once.</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="settings">Where secrets are found by their names.</param>
/// <param name="logger">Where to warn.</param>
public sealed partial class SecretWatch(ICampaigns campaigns, IConfiguration settings, ILogger<SecretWatch> logger)
{
    private readonly HashSet<MissingSecret> told = [];

    /// <summary>The secrets that are missing now, by campaign.</summary>
    public IReadOnlyList<MissingSecret> Find() =>
    [
        .. campaigns.All
            .OrderBy(static campaign => campaign.Id.ToString(), StringComparer.Ordinal)
            .SelectMany(static campaign => campaign.Secrets.Select(secret => new MissingSecret(campaign.Id, secret)))
            .Where(one => string.IsNullOrWhiteSpace(settings[one.Secret.Setting])),
    ];

    /// <summary>Warns of those that it has not warned of before. Not to be called by several threads at once.</summary>
    internal void Warn()
    {
        var missing = Find();
        foreach (var (campaign, secret) in missing.Where(one => !told.Contains(one)))
        {
            if (secret.Lookup is { } lookup)
            {
                LookupSecretMissing(logger, secret.Setting, campaign.ToString(), lookup);
            }
            else
            {
                DeliverySecretMissing(logger, secret.Setting, campaign.ToString());
            }
        }

        told.Clear();
        told.UnionWith(missing);
    }

    [LoggerMessage(EventId = 3004, Level = LogLevel.Warning,
        Message = "The setting '{Setting}' is not set. Campaign {Campaign} signs its deliveries with it: until it is set, bought leads "
            + "wait in the queue, for 24 hours at most")]
    private static partial void DeliverySecretMissing(ILogger logger, string setting, string campaign);

    [LoggerMessage(EventId = 3005, Level = LogLevel.Warning,
        Message = "The setting '{Setting}' is not set. Campaign {Campaign} sends it with its look-up '{Lookup}', which fails "
            + "until it is set")]
    private static partial void LookupSecretMissing(ILogger logger, string setting, string campaign, string lookup);
}
