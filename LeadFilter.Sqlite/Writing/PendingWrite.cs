namespace LeadFilter.Sqlite.Writing;

/// <summary>One caller's change, which waits for the writer.</summary>
internal abstract class PendingWrite
{
    /// <summary>Whether its caller has stopped waiting.</summary>
    public abstract bool IsGivenUp { get; }

    /// <summary>
    /// Whether the change did what it was for; it is asked after its run. A message that its queue had before is no less there.
    /// </summary>
    public abstract bool HasWorked { get; }

    /// <summary>Makes the change within the writer's transaction. A conflict is a result, not an exception.</summary>
    /// <param name="session">The transaction.</param>
    public abstract void Run(WriteSession session);

    /// <summary>Tells the caller that the change is durable.</summary>
    public abstract void Confirm();

    /// <summary>Tells the caller that the change was not confirmed.</summary>
    /// <param name="failure">Why.</param>
    public abstract void Fail(Exception failure);

    /// <summary>Stops waiting.</summary>
    /// <param name="cancellation">By whose wish.</param>
    public abstract void GiveUp(CancellationToken cancellation);
}
