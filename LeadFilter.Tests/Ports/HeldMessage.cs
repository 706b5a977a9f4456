using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Ports;

/// <summary>A message as an adapter handed it to a receiver.</summary>
/// <param name="Message">The message.</param>
/// <param name="DeliveryCount">How often it was received, this time included.</param>
/// <param name="Native">What the adapter settles it by.</param>
public sealed record HeldMessage(QueueMessage Message, int DeliveryCount, object Native);
