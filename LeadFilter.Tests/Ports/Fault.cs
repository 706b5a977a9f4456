namespace LeadFilter.Tests.Ports;

/// <summary>
/// Called before and after every call of an in-memory port takes effect. What it throws, the call throws; what it awaits,
/// the call waits for.
/// </summary>
/// <param name="call">The call.</param>
internal delegate ValueTask Fault(PortCall call);
