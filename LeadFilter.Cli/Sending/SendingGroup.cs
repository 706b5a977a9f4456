namespace LeadFilter.Cli.Sending;

/// <summary>Leads that are sent one after the other; one lead without a group's name is a group of its own.</summary>
internal sealed class SendingGroup
{
    private DateTimeOffset? start;

    /// <summary>The leads that wait; the first is the one to send or on its way. Only <see cref="SendingOrder"/> touches it.</summary>
    public Queue<LeadLine> Waiting { get; } = new(1);

    /// <summary>
    /// The time of sending that holds for all leads of the group, so that the same lead sent twice is the same to the byte.
    /// </summary>
    /// <param name="time">The clock; asked only at the group's first lead.</param>
    public DateTimeOffset Start(TimeProvider time) => start ??= time.GetUtcNow();
}
