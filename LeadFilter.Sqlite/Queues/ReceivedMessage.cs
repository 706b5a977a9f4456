using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Sqlite.Queues;

/// <summary>A message that was received and is locked for its receiver, who settles it.</summary>
/// <param name="Message">The message; <see cref="QueueMessage.NotBefore"/> is null.</param>
/// <param name="DeliveryCount">How often it was received, this time included: from 1.</param>
/// <param name="LockedUntil">When others may receive it, unless the lock is renewed.</param>
/// <param name="Token">The right to settle it.</param>
/// <param name="ReceivedAt">When it was received, in milliseconds since 1970, UTC.</param>
internal sealed record ReceivedMessage(
    QueueMessage Message, int DeliveryCount, DateTimeOffset LockedUntil, LockToken Token, long ReceivedAt);
