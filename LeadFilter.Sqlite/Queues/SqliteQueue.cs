using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite.Connections;
using LeadFilter.Sqlite.Settings;
using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Queues;

/// <summary>
/// The queues of a data folder, with Service Bus's peek-lock: a message that was received is locked, and its receiver
/// completes, abandons or dead-letters it; if the lock ends first, the message becomes visible again. Messages are received
/// about in the order in which they became visible.
/// </summary>
/// <param name="writer">Makes changes.</param>
/// <param name="readers">Read.</param>
/// <param name="upkeep">Watches the clock.</param>
/// <param name="time">The clock.</param>
/// <param name="settings">Delivery count and polling.</param>
internal sealed class SqliteQueue(Writer writer, ReadConnections readers, QueueUpkeep upkeep, TimeProvider time, StoreSettings settings)
    : ILeadQueue, IDeadLetters, IQueueContents, IQueueProbe
{
    private const int MaxIdLength = 128;

    // A timer of less would fire before the clock shows the next millisecond.
    private static readonly TimeSpan MinWait = TimeSpan.FromMilliseconds(1);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The queue is unknown, or the id has not 1 to 128 characters.</exception>
    public async ValueTask SendAsync(QueueMessage message, CancellationToken cancellation) =>
        await writer.RunAsync(Sending(message), cancellation);

    /// <summary>The write that sends a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="since">
    /// A time by the clock at which nobody had decided yet when it is to be received, in milliseconds since 1970, UTC: the clock may be
    /// set back between that and the commit. 0 for now.
    /// </param>
    /// <exception cref="ArgumentException">The queue is unknown, or the id has not 1 to 128 characters.</exception>
    public SendMessage Sending(QueueMessage message, long since = 0)
    {
        if (message.MessageId.Length is 0 or > MaxIdLength)
        {
            throw new ArgumentException($"A message id has 1 to {MaxIdLength} characters.", nameof(message));
        }

        return new(message, upkeep.ReceiversOf(message.Queue), Math.Max(since, time.GetUtcNow().ToUnixTimeMilliseconds()));
    }

    /// <summary>
    /// Receives messages; waits until there is one. It wakes at once for what this process sends and when the time of a
    /// scheduled message comes or a lock ends, and within a second for what another process sends.
    /// </summary>
    /// <param name="queue">The queue.</param>
    /// <param name="max">How many at most, from 1.</param>
    /// <param name="lockDuration">How long they are locked, in whole milliseconds.</param>
    /// <param name="cancellation">Gives up waiting; it is not looked at once messages are being locked, so that none is lost.</param>
    /// <returns>One message at least.</returns>
    /// <exception cref="StoreUnavailableException">The queue cannot be read or written; wait a little before the next try.</exception>
    public async ValueTask<IReadOnlyList<ReceivedMessage>> ReceiveAsync(
        string queue,
        int max,
        TimeSpan lockDuration,
        CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var received = await TryReceiveAsync(queue, max, lockDuration);
            if (received.Count == 0)
            {
                received = await WaitAsync(Receiving(queue, max, lockDuration), upkeep.ReceiversOf(queue), queue, cancellation);
            }

            if (received.Count > 0)
            {
                return received;
            }
        }
    }

    /// <summary>Receives the messages that are visible now.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="max">How many at most, from 1.</param>
    /// <param name="lockDuration">How long they are locked, in whole milliseconds.</param>
    /// <returns>Perhaps none.</returns>
    /// <exception cref="StoreUnavailableException">The queue cannot be read or written.</exception>
    public async ValueTask<IReadOnlyList<ReceivedMessage>> TryReceiveAsync(string queue, int max, TimeSpan lockDuration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(lockDuration, MinWait);

        // Looking costs no commit.
        return IsAnyVisible(queue)
            ? await writer.RunAsync(Receiving(queue, max, lockDuration), CancellationToken.None)
            : [];
    }

    /// <summary>The write that settles a message; its result is false if the lock was lost.</summary>
    /// <param name="message">The message as received.</param>
    /// <param name="settlement">What is to become of it.</param>
    public static PendingWrite Settling(ReceivedMessage message, Settlement settlement) => settlement.IsComplete
        ? new CompleteMessage(message.Token)
        : new BuryMessage(message.Token, settlement.Reason!, settlement.Description!);

    /// <summary>Deletes a message that was handled.</summary>
    /// <param name="message">The message as received.</param>
    /// <param name="cancellation">Gives up waiting; it may still happen.</param>
    /// <returns>False if the lock was lost.</returns>
    /// <exception cref="StoreUnavailableException">It was not confirmed.</exception>
    public ValueTask<bool> CompleteAsync(ReceivedMessage message, CancellationToken cancellation) =>
        writer.RunAsync(new CompleteMessage(message.Token), cancellation);

    /// <summary>Makes a message visible again at once; a dead letter, if it was received as often as it may be.</summary>
    /// <param name="message">The message as received.</param>
    /// <param name="cancellation">Gives up waiting; it may still happen.</param>
    /// <returns>False if the lock was lost.</returns>
    /// <exception cref="StoreUnavailableException">It was not confirmed.</exception>
    public async ValueTask<bool> AbandonAsync(ReceivedMessage message, CancellationToken cancellation)
    {
        var abandoned = await writer.RunAsync(new AbandonMessage(message.Token, settings.MaxDeliveryCount), cancellation);
        upkeep.ReceiversOf(message.Message.Queue).Wake();
        return abandoned;
    }

    /// <summary>Gives a message up.</summary>
    /// <param name="message">The message as received.</param>
    /// <param name="reason">Why, as a code such as <c>crm_refused</c>.</param>
    /// <param name="description">Why, in a sentence without personal data.</param>
    /// <param name="cancellation">Gives up waiting; it may still happen.</param>
    /// <returns>False if the lock was lost.</returns>
    /// <exception cref="StoreUnavailableException">It was not confirmed.</exception>
    public ValueTask<bool> DeadLetterAsync(ReceivedMessage message, string reason, string description, CancellationToken cancellation) =>
        writer.RunAsync(new BuryMessage(message.Token, reason, description), cancellation);

    /// <summary>Prolongs the lock of a message that takes longer.</summary>
    /// <param name="message">The message as received.</param>
    /// <param name="lockDuration">How long it stays locked from now, in whole milliseconds.</param>
    /// <param name="cancellation">Gives up waiting; it may still happen.</param>
    /// <returns>False if the lock was lost.</returns>
    /// <exception cref="StoreUnavailableException">It was not confirmed.</exception>
    public ValueTask<bool> RenewAsync(ReceivedMessage message, TimeSpan lockDuration, CancellationToken cancellation) =>
        writer.RunAsync(new RenewLock(message.Token, lockDuration), cancellation);

    /// <summary>
    /// Makes all locked messages visible at once. Only for a process that knows that nobody is at work on them: the one server
    /// of a folder, at its start.
    /// </summary>
    /// <param name="queue">The queue.</param>
    /// <param name="cancellation">Gives up waiting; it may still happen.</param>
    /// <returns>How many locks there were.</returns>
    /// <exception cref="StoreUnavailableException">It was not confirmed.</exception>
    public async ValueTask<int> ReleaseLocksAsync(string queue, CancellationToken cancellation)
    {
        var receivers = upkeep.ReceiversOf(queue);
        var released = await writer.RunAsync(new ReleaseLocks(queue), cancellation);
        receivers.Wake();
        return released;
    }

    /// <summary>Counts a queue's messages.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The queue cannot be read.</exception>
    public ValueTask<QueueDepth> CountAsync(string queue, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return new(readers.Read((queue, now), static (connection, look) =>
        {
            var living = connection.Prepare(MessageSql.CountLiving).Bind(1, look.queue).Bind(2, look.now);
            living.Next();
            var (ready, scheduled, locked) = (living.Number(0), living.Number(1), living.Number(2));
            living.Reset();
            return new QueueDepth(ready, scheduled, locked, connection.ReadNumber(MessageSql.CountDead, look.queue) ?? 0);
        }));
    }

    /// <inheritdoc/>
    public ValueTask AskAsync(CancellationToken cancellation)
    {
        foreach (var queue in QueueNames.All)
        {
            cancellation.ThrowIfCancellationRequested();
            readers.Read(queue, static (connection, name) => connection.ReadNumber(MessageSql.NextVisible, name));
        }

        return default;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<DeadLetter> ListAsync(string queue, CancellationToken cancellation) =>
        DeadLetterPages.ReadAsync(readers, queue, cancellation);

    /// <inheritdoc/>
    public async ValueTask<bool> ReplayAsync(string queue, string messageId, CancellationToken cancellation)
    {
        var receivers = upkeep.ReceiversOf(queue);
        var replayed = await writer.RunAsync(new DeadLetterChange(queue, messageId, replay: true), cancellation);
        receivers.Wake();
        return replayed;
    }

    /// <inheritdoc/>
    public ValueTask<bool> DropAsync(string queue, string messageId, CancellationToken cancellation) =>
        writer.RunAsync(new DeadLetterChange(queue, messageId, replay: false), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<KeptMessage> ReadAsync(string queue, bool dead, CancellationToken cancellation) => dead
        ? KeptMessagePages.ReadDeadAsync(readers, queue, cancellation)
        : KeptMessagePages.ReadLivingAsync(readers, queue, time, cancellation);

    /// <inheritdoc/>
    public ValueTask<int> DeleteAsync(IReadOnlyList<KeptMessage> messages, CancellationToken cancellation) =>
        messages.Count == 0 ? new(0) : writer.RunAsync(new DeleteMessages(messages), cancellation);

    private ReceiveMessages Receiving(string queue, int max, TimeSpan lockDuration) =>
        new(queue, max, lockDuration, settings.MaxDeliveryCount);

    /// <summary>Waits to be served by a transaction that puts messages into the queue, until it is time to look.</summary>
    private async ValueTask<IReadOnlyList<ReceivedMessage>> WaitAsync(
        ReceiveMessages receiver, WaitingReceivers receivers, string queue, CancellationToken cancellation)
    {
        receivers.Add(receiver);
        try
        {
            if (IsAnyVisible(queue) && receivers.TryRemove(receiver))
            {
                return [];
            }

            await using var wakeUp = time.CreateTimer(
                static state => ((WaitingReceivers)state!).Wake(), receivers, UntilNextLook(queue), Timeout.InfiniteTimeSpan);
            await using var giveUp = cancellation.UnsafeRegister(
                (_, token) =>
                {
                    if (receivers.TryRemove(receiver))
                    {
                        receiver.GiveUp(token);
                    }
                },
                null);
            return await receiver.Completion;
        }
        finally
        {
            // It still waits if the queue could not be looked into.
            receivers.TryRemove(receiver);
        }
    }

    /// <summary>Whether there may be a message to receive. If the clock was set back, the writer must make it so first.</summary>
    private bool IsAnyVisible(string queue) => upkeep.ClockWasSetBack || NextVisible(queue) <= time.GetUtcNow().ToUnixTimeMilliseconds();

    private TimeSpan UntilNextLook(string queue)
    {
        var next = NextVisible(queue);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return next - now < settings.PollInterval.TotalMilliseconds
            ? TimeSpan.FromMilliseconds(Math.Max(MinWait.TotalMilliseconds, next - now))
            : settings.PollInterval;
    }

    private long NextVisible(string queue) =>
        readers.Read(queue, static (connection, name) => connection.ReadNumber(MessageSql.NextVisible, name)) ?? long.MaxValue;
}
