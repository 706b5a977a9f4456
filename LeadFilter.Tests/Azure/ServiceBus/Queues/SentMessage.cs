namespace LeadFilter.Tests.Azure.ServiceBus.Queues;

/// <summary>A message as its sender made it.</summary>
/// <param name="MessageId">The id by which duplicates are found; null if it has none.</param>
/// <param name="Content">The message as the wire carries it. The queue does not look inside.</param>
/// <param name="ScheduledFor">When it may be received; null for at once.</param>
public sealed record SentMessage(string? MessageId, ReadOnlyMemory<byte> Content, DateTimeOffset? ScheduledFor = null);
