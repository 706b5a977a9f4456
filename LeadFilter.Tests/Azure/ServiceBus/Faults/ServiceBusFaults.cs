namespace LeadFilter.Tests.Azure.ServiceBus.Faults;

/// <summary>All switches of a server.</summary>
public sealed class ServiceBusFaults
{
    /// <summary>Connections that are made. They hang by <see cref="Fault.Hang"/> and are dropped by any other fault.</summary>
    public FaultSwitch Connections { get; } = new();

    /// <summary>Tokens that clients show: one before each link.</summary>
    public FaultSwitch Tokens { get; } = new();

    /// <summary>Links to queues that are attached.</summary>
    public FaultSwitch Links { get; } = new();

    /// <summary>Messages that are sent, one at a time or as a batch.</summary>
    public FaultSwitch Sends { get; } = new();

    /// <summary>Messages that are completed, abandoned or made dead letters.</summary>
    public FaultSwitch Settlements { get; } = new();

    /// <summary>Requests to $management: schedule, cancel, renew, peek, settle by token.</summary>
    public FaultSwitch Requests { get; } = new();
}
