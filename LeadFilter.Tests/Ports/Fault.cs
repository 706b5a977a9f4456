namespace LeadFilter.Tests.Ports;

/// <summary>
/// Called before and after every call of an in-memory port takes effect. What it throws, the call throws; what it awaits,
/// the call waits for.
/// </summary>
/// <param name="call">The call.</param>
internal delegate ValueTask Fault(PortCall call);

/// <summary>A call of an in-memory port at the moment before or after it takes effect.</summary>
/// <param name="Port">The table's name, or the queue's.</param>
/// <param name="Operation">The method's name, such as <c>TryInsertAsync</c>.</param>
/// <param name="Key">The row key, the message id, or the partition key of a query.</param>
/// <param name="TookEffect">False before the call takes effect, true after.</param>
internal readonly record struct PortCall(string Port, string Operation, string Key, bool TookEffect);
