namespace LeadFilter.Pipeline.Ports;

/// <summary>The names of all queues.</summary>
public static class QueueNames
{
    /// <summary>Bought leads on their way to the CRM.</summary>
    public const string Leads = "leads";

    /// <summary>Records of the rejection log that could not be written at once.</summary>
    public const string Records = "records";

    /// <summary>Notices on their way to vendors and to systems that must learn of opt-outs.</summary>
    public const string Notices = "notices";

    /// <summary>Every queue, for hosts that make them at start.</summary>
    public static IReadOnlyList<string> All { get; } = [Leads, Records, Notices];
}
