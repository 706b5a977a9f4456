namespace LeadFilter.Pipeline.Ports.InMemory;

/// <summary>A message that was received from a queue in memory, under a lock that ends.</summary>
/// <param name="Message">The message.</param>
/// <param name="DeliveryCount">How often it was received, this time included.</param>
/// <param name="Lock">Tells this lock from every other one.</param>
public sealed record LockedMessage(QueueMessage Message, int DeliveryCount, long Lock);
