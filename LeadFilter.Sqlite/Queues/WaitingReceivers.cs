using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Queues;

/// <summary>
/// Those who wait for messages of one queue. A transaction that puts a message into the queue also locks it for one of them: so
/// they need no transaction of their own, and the message's page is written once. The writer takes a receiver out before it serves
/// it, so that whoever takes it out otherwise (it gives up, or is to look again) knows that it gets nothing.
/// </summary>
internal sealed class WaitingReceivers
{
    private readonly Lock gate = new();
    private readonly List<ReceiveMessages> waiting = [];

    // The writer's alone. If the transaction is taken back, it is looked in vain once.
    private bool hasNew;

    /// <summary>Waits. What was sent before may have been missed: look for it after this.</summary>
    /// <param name="receiver">The receiver.</param>
    public void Add(ReceiveMessages receiver)
    {
        lock (gate)
        {
            waiting.Add(receiver);
        }
    }

    /// <summary>Waits no longer.</summary>
    /// <param name="receiver">The receiver.</param>
    /// <returns>False if it does not wait any more: it is being served.</returns>
    public bool TryRemove(ReceiveMessages receiver)
    {
        lock (gate)
        {
            return waiting.Remove(receiver);
        }
    }

    /// <summary>Lets all who wait look for themselves.</summary>
    public void Wake()
    {
        foreach (var receiver in TakeAll())
        {
            receiver.Dismiss();
        }
    }

    /// <summary>For the writer: the transaction puts a message into the queue.</summary>
    public void Expect() => hasNew = true;

    /// <summary>For the writer, at the end of a transaction: lets those who wait receive what it has put into the queue.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="served">Gets the receivers, whatever they receive: one that gets nothing looks for what comes later.</param>
    public void Serve(WriteSession session, List<PendingWrite> served)
    {
        if (!hasNew)
        {
            return;
        }

        hasNew = false;
        foreach (var receiver in TakeAll())
        {
            served.Add(receiver);
            receiver.Run(session);
        }
    }

    private ReceiveMessages[] TakeAll()
    {
        lock (gate)
        {
            ReceiveMessages[] all = [.. waiting];
            waiting.Clear();
            return all;
        }
    }
}
