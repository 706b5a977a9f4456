namespace LeadFilter.Scale;

/// <summary>
/// What Azure promises or refuses. Each source is a page of learn.microsoft.com/azure unless said otherwise; docs/scale.md lists
/// them with their dates.
/// </summary>
internal static class AzureLimits
{
    /// <summary>
    /// Entities a second of one table partition, 1 KB each; scanned ones count. storage/tables/scalability-targets,
    /// storage-performance-checklist.
    /// </summary>
    public const double PartitionEntities = 2_000;

    /// <summary>Entities a second of a storage account, counted in the same way. The same pages.</summary>
    public const double AccountEntities = 20_000;

    /// <summary>Credits a second of a Standard namespace. service-bus-messaging/service-bus-throttling, 2024-03-19.</summary>
    public const double StandardCredits = 1_000;

    /// <summary>
    /// Bytes a second in, and as many out, of a messaging unit. service-bus-messaging/service-bus-performance-improvements,
    /// 2025-04-29: about 4 MB.
    /// </summary>
    public const double BytesPerMessagingUnit = 4_000_000;

    /// <summary>Bytes of a queue without partitions. service-bus-messaging/service-bus-quotas.</summary>
    public const double QueueBytes = 5e9;

    /// <summary>Seconds for which the host's receiver keeps off a namespace that said it is busy; the client's retry policy.</summary>
    public const double BusyPause = 10;

    /// <summary>Seconds between two decisions to add instances for a queue. azure-functions/event-driven-scaling.</summary>
    public const double QueueScalePause = 30;

    /// <summary>Instances that one such decision adds at most. azure-functions/functions-target-based-scaling.</summary>
    public const int QueueScaleStep = 4;

    /// <summary>
    /// Instances that HTTP gets in a second: 1,000 within a minute were shown. Tech Community, "How to achieve high HTTP scale
    /// with Azure Functions Flex Consumption", 2024-06-17.
    /// </summary>
    public const int HttpScaleStep = 16;

    /// <summary>Gigabytes of an instance of 2,048 MB. azure-functions/flex-consumption-plan.</summary>
    public const double InstanceGigabytes = 2;

    /// <summary>Seconds of activity that are billed at least. The same page.</summary>
    public const double MinActivity = 1;
}
