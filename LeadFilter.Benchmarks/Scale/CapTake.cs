using LeadFilter.Pipeline.Capacity;

namespace LeadFilter.Benchmarks.Scale;

/// <summary>A lead takes a place under the cap, as CapCounters does it with CapLedger and the real PlaceMap.</summary>
/// <param name="simulation">The simulation.</param>
/// <param name="instance">The instance that handles the lead.</param>
/// <param name="caller">Who waits.</param>
internal sealed class CapTake(Simulation simulation, Instance instance, ICaller caller) : ICaller
{
    private const int LookAll = 0;
    private const int Insert = 1;
    private const int FindHolder = 2;
    private const int ReadBlock = 3;

    private readonly CapLane lane = simulation.LaneOf(instance);
    private int place;

    /// <summary>Begins.</summary>
    /// <param name="now">Seconds since the start.</param>
    public void Begin(double now)
    {
        if (instance.Places is null)
        {
            Call(now, LookAll, lane.Taken, simulation.Workload.Read);
        }
        else
        {
            Pick(now);
        }
    }

    /// <inheritdoc/>
    public void Answered(double now, bool succeeded, int call)
    {
        if (call == ReadBlock)
        {
            instance.IsLearning = false;
        }

        if (!succeeded)
        {
            caller.Answered(now, false, 0);
            return;
        }

        switch (call)
        {
            case LookAll:
                if (instance.Places is null)
                {
                    instance.Places = new PlaceMap(lane.Limit, simulation.Random);
                    lane.ShowAll(instance.Places);
                }

                Pick(now);
                break;
            case Insert when lane.TryTake(place):
                caller.Answered(now, true, 0);
                break;
            case Insert:
                Call(now, FindHolder, 1, simulation.Workload.Read);
                break;
            case FindHolder when !instance.IsLearning:
                instance.IsLearning = true;
                Call(now, ReadBlock, lane.TakenAround(place), simulation.Workload.Read);
                break;
            case ReadBlock:
                lane.Show(place, instance.Places!);
                Pick(now);
                break;
            default:
                Pick(now);
                break;
        }
    }

    private void Pick(double now)
    {
        if (instance.Places!.TryPick(out place))
        {
            Call(now, Insert, 1, simulation.Workload.Write);
        }
        else
        {
            // The cap is full; runs are too short for that, and the lead counts as bought.
            caller.Answered(now, true, 0);
        }
    }

    private void Call(double now, int call, double entities, Latency latency) =>
        new TableCall(simulation.Agenda, simulation.Random, lane.Partition, Math.Max(1, entities), latency, this, call).Begin(now);
}
