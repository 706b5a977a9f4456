using LeadFilter.Core.Campaigns;
using LeadFilter.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline.Delivery;

/// <summary>
/// Warns at most once an hour for each campaign while its deliveries fail and are tried again. A lead that is given up is an error of its
/// own.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="logger">Where to warn.</param>
public sealed class DeliveryWatch(TimeProvider time, ILogger<DeliveryWatch> logger)
{
    private readonly OncePerHour<CampaignId> warnings = new(time);

    /// <summary>Looks at an attempt after which the lead waits for the next one.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="result">What came of it. A CRM that was not called is not warned of: the calls before have been.</param>
    public void Look(CampaignId campaign, DeliveryResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (result.WasTried && warnings.IsDue(campaign))
        {
            DeliveryEvents.Failing(logger, campaign.ToString(), result.Reason, result.Description);
        }
    }
}
