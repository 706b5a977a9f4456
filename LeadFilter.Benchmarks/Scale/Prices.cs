namespace LeadFilter.Scale;

/// <summary>
/// US dollars, East US, as docs/azure.md has them with their sources; Premium's is an assumption that docs/scale.md explains.
/// </summary>
internal static class Prices
{
    /// <summary>An always-ready instance, for being there, a GB-second.</summary>
    public const double WarmBeing = 0.000004;

    /// <summary>An always-ready instance, at work, a GB-second.</summary>
    public const double WarmWorking = 0.000016;

    /// <summary>An on-demand instance, at work, a GB-second.</summary>
    public const double Working = 0.000026;

    /// <summary>A million executions.</summary>
    public const double MillionExecutions = 0.40;

    /// <summary>Service Bus Standard, an hour.</summary>
    public const double StandardHour = 0.0135;

    /// <summary>A million operations of Service Bus Standard, beyond what is included and below the next step.</summary>
    public const double MillionOperations = 0.80;

    /// <summary>Operations of a month that are included.</summary>
    public const double IncludedOperations = 13e6;

    /// <summary>A messaging unit of Service Bus Premium, an hour.</summary>
    public const double MessagingUnitHour = 0.93;

    /// <summary>A million table transactions.</summary>
    public const double MillionTableCalls = 0.036;

    /// <summary>A gigabyte of table space, a month.</summary>
    public const double TableGigabyte = 0.045;

    /// <summary>A gigabyte of logs.</summary>
    public const double LogGigabyte = 2.30;

    /// <summary>Bytes of table space a lead: docs/azure.md.</summary>
    public const double TableBytes = 3_000;

    /// <summary>Bytes of telemetry a lead, all of it kept: docs/azure.md.</summary>
    public const double LogBytes = 6_000;

    /// <summary>Seconds of a month of 30 days.</summary>
    public const double MonthSeconds = 30 * 86_400;
}
