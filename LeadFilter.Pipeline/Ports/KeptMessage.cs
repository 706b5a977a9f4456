namespace LeadFilter.Pipeline.Ports;

/// <summary>A message that lies in a queue. Its body holds personal data.</summary>
/// <param name="Message">The message.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Number">The number by which its queue knows it.</param>
/// <param name="Since">Of a dead letter: when it was given up, or, where the queue does not tell, when it was sent; of others:
/// null.</param>
public sealed record KeptMessage(QueueMessage Message, MessageState State, long Number, DateTimeOffset? Since);
