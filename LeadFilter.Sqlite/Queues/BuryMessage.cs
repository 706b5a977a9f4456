using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Queues;

/// <summary>Makes a message a dead letter.</summary>
/// <param name="token">The right to settle the message.</param>
/// <param name="reason">Why, as a code.</param>
/// <param name="description">Why, in a sentence without personal data.</param>
internal sealed class BuryMessage(LockToken token, string reason, string description) : MessageChange(token)
{
    /// <summary>The reason of a message that was received too often.</summary>
    public const string Spent = "max_delivery_count";

    /// <summary>Makes a message that was received too often a dead letter.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="number">The message's number.</param>
    /// <param name="maxDeliveryCount">How often a message is received at most.</param>
    public static void AsSpent(WriteSession session, long number, int maxDeliveryCount) =>
        Bury(session, number, Spent, $"It was received {maxDeliveryCount} times and never settled.");

    /// <inheritdoc/>
    protected override void Settle(WriteSession session, long number, int deliveries) => Bury(session, number, reason, description);

    private static void Bury(WriteSession session, long number, string reason, string description) =>
        session.Prepare(MessageSql.Bury).Bind(1, number).Bind(2, session.Now).Bind(3, reason).Bind(4, description).Execute();
}
