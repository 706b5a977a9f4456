using LeadFilter.Pipeline.Limits;

namespace LeadFilter.Scale;

/// <summary>How the filter is installed. The defaults are those of infra/main.bicep, host.json and the code.</summary>
internal sealed record Deployment
{
    /// <summary>Messaging units of Service Bus Premium; 0 for Standard.</summary>
    public int MessagingUnits { get; init; }

    /// <summary>Storage accounts over which the tables are spread; more than 1 is not built.</summary>
    public int Accounts { get; init; } = 1;

    /// <summary>Partitions of a vendor's decisions of one hour.</summary>
    public int DecisionShards { get; init; } = Pipeline.Decisions.DecisionShards.Eight.Count;

    /// <summary>HTTP instances that are always warm: <c>warmHttpInstances</c>.</summary>
    public int WarmHttp { get; init; } = 2;

    /// <summary>Delivering instances that are always warm: <c>warmForwardInstances</c>.</summary>
    public int WarmForward { get; init; } = 1;

    /// <summary>On-demand instances of a group at most: <c>maximumInstanceCount</c>. Always-ready instances come on top.</summary>
    public int MaxOnDemand { get; init; } = 40;

    /// <summary>HTTP instances at most.</summary>
    public int MaxHttp => WarmHttp + MaxOnDemand;

    /// <summary>Delivering instances at most.</summary>
    public int MaxForward => WarmForward + MaxOnDemand;

    /// <summary>Requests of an instance at once: Azure's default at 2,048 MB.</summary>
    public int HttpConcurrency { get; init; } = 16;

    /// <summary>
    /// Leads of an instance at once: what the host lets in, and what the filter gives turns. The turns of
    /// Pipeline/Limits/LeadGate, its places and those of one vendor are more than the host lets in, so nothing waits for them.
    /// </summary>
    public int LeadsAtOnce => Math.Min(HttpConcurrency, new LimitOptions().MaxActive);

    /// <summary>Triggers of an instance at once: <c>maxConcurrentCalls</c>.</summary>
    public int ForwardConcurrency { get; init; } = 16;

    /// <summary>Messages that a trigger receives and completes together; more than 1 is not built on Azure.</summary>
    public int DeliveryBatch { get; init; } = 1;

    /// <summary>Leads that a call brings to the CRM, of those that were received together; more than 1 is not built.</summary>
    public int LeadsInCall { get; init; } = 1;

    /// <summary>How long the sweep of what has ended may take, once an hour: Functions/Upkeep/SweepExpired.</summary>
    public double SweepSeconds { get; init; } = 240;

    /// <summary>Seconds between two sweeps.</summary>
    public double SweepPause { get; init; } = 3_600;

    /// <summary>Whether Service Bus is of the Premium tier.</summary>
    public bool IsPremium => MessagingUnits > 0;
}
