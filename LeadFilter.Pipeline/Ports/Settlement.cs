namespace LeadFilter.Pipeline.Ports;

/// <summary>What a host does with a message after it was handled: complete it, or put it among the dead letters.</summary>
public sealed record Settlement
{
    /// <summary>The reason of a message whose body is not what its queue holds.</summary>
    public const string UnreadableMessage = "unreadable_message";

    private Settlement(string? reason, string? description)
    {
        Reason = reason;
        Description = description;
    }

    /// <summary>Complete the message: it is done, or a copy of it is scheduled.</summary>
    public static Settlement Complete { get; } = new(null, null);

    /// <summary>
    /// What the host makes durable together with the settlement: only where <see cref="IChanges.CanMakeAll"/>, otherwise none. They
    /// are made in their order, as by <see cref="IChanges.MakeAsync"/>: one that is refused, since its row is there already, ends them,
    /// and the message is settled all the same.
    /// </summary>
    public IReadOnlyList<Change> Changes { get; private init; } = [];

    /// <summary>Why the message is given up, as a code such as <c>crm_refused</c>; null if it is complete.</summary>
    public string? Reason { get; }

    /// <summary>Why the message is given up, in a sentence without personal data; null if it is complete.</summary>
    public string? Description { get; }

    /// <summary>Whether to complete the message; else it becomes a dead letter.</summary>
    public bool IsComplete => Reason is null;

    /// <summary>Complete the message together with changes.</summary>
    /// <param name="changes">The changes, see <see cref="Changes"/>.</param>
    public static Settlement CompleteWith(params IReadOnlyList<Change> changes) => new(null, null) { Changes = changes };

    /// <summary>Give the message up.</summary>
    /// <param name="reason">Why, as a code in snake_case.</param>
    /// <param name="description">Why, in a sentence without personal data.</param>
    /// <param name="changes">What is made with it, see <see cref="Changes"/>.</param>
    public static Settlement DeadLetter(string reason, string description, params IReadOnlyList<Change> changes)
    {
        ArgumentException.ThrowIfNullOrEmpty(reason);
        ArgumentException.ThrowIfNullOrEmpty(description);
        return new(reason, description) { Changes = changes };
    }
}
