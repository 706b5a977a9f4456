namespace LeadFilter.Scale;

/// <summary>
/// Messages that a trigger receives together: their own one, and as many more as wait and go into a batch. They are delivered
/// side by side, and completed together when the last of them is done.
/// </summary>
/// <param name="simulation">The simulation.</param>
/// <param name="first">The message that it is made for.</param>
internal sealed class DeliveryBatch(Simulation simulation, Message first) : Occurrence, IInstanceWork
{
    // RedeliverySchedule's first pauses; later ones are longer than a run.
    private static readonly double[] Pauses = [5, 15, 60, 300];

    private readonly List<Message> messages = [first];
    private readonly List<Message> delivered = [];
    private Instance? instance;
    private State state;
    private int open;

    private enum State
    {
        Receiving,
        Received,
        Settling,
        Postponed,
    }

    /// <inheritdoc/>
    public void Begin(double now, Instance instance)
    {
        this.instance = instance;
        var more = simulation.Forwarders.TakeWaiting(simulation.Deployment.DeliveryBatch - messages.Count);
        messages.AddRange(more.SelectMany(static one => ((DeliveryBatch)one).messages));
        state = State.Receiving;
        Happen(now);
    }

    /// <inheritdoc/>
    public override void Happen(double now)
    {
        switch (state)
        {
            case State.Receiving:
                Receive(now);
                break;
            case State.Received:
                foreach (var group in messages.Chunk(simulation.Deployment.LeadsInCall))
                {
                    open++;
                    new DeliveryGroup(simulation, this, group).Begin(now);
                }

                break;
            case State.Settling:
                delivered.ForEach(message =>
                {
                    simulation.Bus.Complete();
                    simulation.Delivered(now, message.SentAt);
                });
                simulation.Forwarders.Leave(now, instance!);
                break;
            default:
                simulation.Forwarders.Bring(now, this);
                break;
        }
    }

    /// <summary>Messages are delivered, or are to be tried again later.</summary>
    /// <param name="now">Seconds since the start.</param>
    /// <param name="ended">The messages.</param>
    /// <param name="areDelivered">Whether the CRM has them.</param>
    public void Ended(double now, IReadOnlyList<Message> ended, bool areDelivered)
    {
        if (areDelivered)
        {
            delivered.AddRange(ended);
        }
        else
        {
            Postpone(now, ended);
        }

        if (--open > 0)
        {
            return;
        }

        if (delivered.Count == 0)
        {
            simulation.Forwarders.Leave(now, instance!);
            return;
        }

        state = State.Settling;
        simulation.Agenda.Add(now + simulation.Workload.Queue.Sample(simulation.Random), this);
    }

    // The namespace hands out what it has room for; what it refuses is asked for again after a pause.
    private void Receive(double now)
    {
        var count = 0;
        while (count < messages.Count && simulation.Bus.TryReceive(now))
        {
            count++;
        }

        if (count == 0)
        {
            simulation.Agenda.Add(now + AzureLimits.BusyPause, this);
            return;
        }

        messages.Skip(count).ToList().ForEach(message => simulation.Forwarders.Bring(now, new DeliveryBatch(simulation, message)));
        messages.RemoveRange(count, messages.Count - count);
        state = State.Received;
        simulation.Agenda.Add(
            instance!.Work(now, simulation.Workload.RequestWork + ((count - 1) * simulation.Workload.MessageWork))
                + simulation.Workload.Queue.Sample(simulation.Random),
            this);
    }

    // A copy of each is scheduled for later, and the message completed.
    private void Postpone(double now, IReadOnlyList<Message> ended)
    {
        foreach (var message in ended)
        {
            simulation.Bus.TrySend(now);
            simulation.Bus.Complete();
            var copy = new DeliveryBatch(simulation, message with { Attempts = message.Attempts + 1 }) { state = State.Postponed };
            simulation.Agenda.Add(now + Pauses[Math.Min(message.Attempts, Pauses.Length - 1)], copy);
        }
    }
}
