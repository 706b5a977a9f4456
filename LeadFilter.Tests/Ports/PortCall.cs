namespace LeadFilter.Tests.Ports;

/// <summary>A call of an in-memory port at the moment before or after it takes effect.</summary>
/// <param name="Port">The table's name, or the queue's.</param>
/// <param name="Operation">The method's name, such as <c>TryInsertAsync</c>.</param>
/// <param name="Key">The row key, the message id, or the partition key of a query.</param>
/// <param name="TookEffect">False before the call takes effect, true after.</param>
internal readonly record struct PortCall(string Port, string Operation, string Key, bool TookEffect);
