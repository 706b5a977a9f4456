using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline.Campaigns;

/// <summary>Finds secrets that campaigns and vendors' notices need and that are not set, and warns of each once.</summary>
/// <param name="campaigns">The campaigns and vendors.</param>
/// <param name="settings">Where secrets are found by their names.</param>
/// <param name="logger">Where to warn.</param>
public sealed partial class SecretWatch(ICampaigns campaigns, IConfiguration settings, ILogger<SecretWatch> logger)
{
    private readonly HashSet<MissingSecret> told = [];

    /// <summary>The secrets that are missing now, by campaign, and those of vendors and targets after them.</summary>
    public IReadOnlyList<MissingSecret> Find() =>
    [
        .. campaigns.All
            .OrderBy(static campaign => campaign.Id.ToString(), StringComparer.Ordinal)
            .SelectMany(static campaign => campaign.Secrets.Select(secret =>
                new MissingSecret(secret.Setting) { Campaign = campaign.Id.ToString(), Lookup = secret.Lookup }))
            .Concat(campaigns.Vendors.All
                .Where(static vendor => vendor.Notify is not null)
                .OrderBy(static vendor => vendor.Id.ToString(), StringComparer.Ordinal)
                .Select(static vendor => new MissingSecret(vendor.Notify!.Secret) { Vendor = vendor.Id.ToString() }))
            .Concat((campaigns.Targets?.All ?? [])
                .SelectMany(static target => target.Secrets.Select(secret => new MissingSecret(secret) { Target = target.Id })))
            .Where(one => string.IsNullOrWhiteSpace(settings[one.Setting])),
    ];

    /// <summary>Warns of those that it has not warned of before. Not to be called by several threads at once.</summary>
    internal void Warn()
    {
        var missing = Find();
        foreach (var secret in missing.Where(one => !told.Contains(one)))
        {
            if (secret.Vendor is { } vendor)
            {
                NotifySecretMissing(logger, secret.Setting, vendor);
            }
            else if (secret.Target is { } target)
            {
                TargetSecretMissing(logger, secret.Setting, target);
            }
            else if (secret.Lookup is { } lookup)
            {
                LookupSecretMissing(logger, secret.Setting, secret.Campaign!, lookup);
            }
            else
            {
                DeliverySecretMissing(logger, secret.Setting, secret.Campaign!);
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

    [LoggerMessage(EventId = 3007, Level = LogLevel.Warning,
        Message = "The setting '{Setting}' is not set. Notices to vendor {Vendor} are signed with it: until it is set, they wait in the "
            + "queue, for 24 hours at most")]
    private static partial void NotifySecretMissing(ILogger logger, string setting, string vendor);

    [LoggerMessage(EventId = 3008, Level = LogLevel.Warning,
        Message = "The setting '{Setting}' is not set. Target {Target} needs it: until it is set, opt-outs wait in the queue")]
    private static partial void TargetSecretMissing(ILogger logger, string setting, string target);
}
