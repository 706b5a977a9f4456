using LeadFilter.Pipeline.Capacity;

namespace LeadFilter.Scale;

/// <summary>The rate at which the mean load reaches a limit.</summary>
/// <param name="Resource">What is limited.</param>
/// <param name="Rate">Leads a second.</param>
internal sealed record Ceiling(string Resource, double Rate)
{
    /// <summary>The ceilings of a deployment, the lowest first. Bursts and collisions make it lower.</summary>
    /// <param name="workload">What comes in; its rate is not used.</param>
    /// <param name="deployment">How the filter is installed.</param>
    public static IReadOnlyList<Ceiling> Of(Workload workload, Deployment deployment)
    {
        var bought = workload.Bought;
        var calls = (workload.Screened * LeadSteps.AllTableCalls(LeadKind.Screened))
            + (workload.Duplicates * LeadSteps.AllTableCalls(LeadKind.Duplicate))
            + (bought * (LeadSteps.AllTableCalls(LeadKind.Bought) - (workload.HasCap ? 0 : 1)));
        var (batch, inCall) = (deployment.DeliveryBatch, Math.Min(deployment.LeadsInCall, deployment.DeliveryBatch));
        var delivery = workload.Read.MeanOfLongest(batch)
            + workload.Crm.MeanOfLongest((batch + inCall - 1) / inCall)
            + workload.Write.MeanOfLongest(batch)
            + (2 * workload.Queue.Mean);
        List<Ceiling> all =
        [
            new(
                "Service Bus",
                deployment.IsPremium
                    ? deployment.MessagingUnits * AzureLimits.BytesPerMessagingUnit / (workload.MessageBytes * bought)
                    : AzureLimits.StandardCredits / (LeadSteps.QueueOperations * bought)),
            new("storage account", deployment.Accounts * AzureLimits.AccountEntities / calls),
            new(
                "partition of decisions",
                Math.Max(1, deployment.DecisionShards - 1) * AzureLimits.PartitionEntities / workload.BiggestVendor),
            new(
                "partition of suppressions",
                StorageTables.ByTwoDigits * AzureLimits.PartitionEntities / (LeadSteps.Identities * (1 - workload.Screened))),
            new("partition of deliveries", StorageTables.ByTwoDigits * AzureLimits.PartitionEntities / (LeadSteps.EntryCalls * bought)),
            new("instances that deliver", deployment.MaxForward * deployment.ForwardConcurrency * batch / (delivery * bought)),
            new("processors that answer", deployment.MaxHttp / workload.RequestWork),
        ];
        if (workload.HasCap)
        {
            all.Add(
                new("partition of cap notes", AzureLimits.PartitionEntities * PlaceMap.StretchSize / (LeadSteps.CallsOfStretch * bought)));
        }

        return [.. all.OrderBy(static one => one.Rate)];
    }
}
