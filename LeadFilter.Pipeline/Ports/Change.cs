namespace LeadFilter.Pipeline.Ports;

/// <summary>One of several changes that are made together, see <see cref="IChanges"/>.</summary>
public sealed class Change
{
    private Change(string target, Row? row, QueueMessage? message) => (Target, Row, Message) = (target, row, message);

    /// <summary>The table, or the queue.</summary>
    public string Target { get; }

    /// <summary>The row to insert or to replace; null for a message. It gets its ETag when the change is made.</summary>
    public Row? Row { get; }

    /// <summary>The message to send; null for a row.</summary>
    public QueueMessage? Message { get; }

    /// <summary>Whether the row is to replace the one that was read under its ETag; else it is new.</summary>
    public bool Replaces { get; private init; }

    /// <summary>
    /// Whether it may be made at the same time as the change before it, and is made also when that one is refused. It means nothing
    /// to changes that are made all or none.
    /// </summary>
    public bool IsBeside { get; private init; }

    /// <summary>What became of it.</summary>
    public ChangeResult Result { get; private set; }

    /// <summary>Why the store did not confirm it; null unless it failed.</summary>
    public StoreUnavailableException? Failure { get; private set; }

    /// <summary>Inserts a row unless its key is taken.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="row">The row.</param>
    /// <param name="beside">See <see cref="IsBeside"/>.</param>
    public static Change Insert(string table, Row row, bool beside = false) => new(table, row, null) { IsBeside = beside };

    /// <summary>Replaces a row if it has not changed since it was read.</summary>
    /// <param name="table">The table's name.</param>
    /// <param name="row">The row with the ETag under which it was read.</param>
    public static Change Replace(string table, Row row) => new(table, row, null) { Replaces = true };

    /// <summary>Sends a message. A repetition that the queue swallows counts as made.</summary>
    /// <param name="message">The message.</param>
    public static Change Send(QueueMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return new(message.Queue, null, message);
    }

    /// <summary>For the adapter: tells what became of it.</summary>
    /// <param name="made">Whether it was made; else it was refused.</param>
    public void Conclude(bool made) => Result = made ? ChangeResult.Made : ChangeResult.Refused;

    /// <summary>For the adapter: the store did not confirm it.</summary>
    /// <param name="failure">Why.</param>
    public void Fail(StoreUnavailableException failure) => (Result, Failure) = (ChangeResult.Failed, failure);

    /// <summary>Throws if the store did not confirm it.</summary>
    /// <exception cref="StoreUnavailableException">It may have taken effect all the same.</exception>
    public void ThrowIfFailed()
    {
        if (Failure is { } failure)
        {
            throw failure;
        }
    }
}
