using LeadFilter.Pipeline.Capacity;

namespace LeadFilter.Scale;

/// <summary>A lead takes a place under the cap, as CapCounters does it.</summary>
/// <param name="simulation">The simulation.</param>
/// <param name="instance">The instance that handles the lead.</param>
/// <param name="caller">Who waits.</param>
internal sealed class CapTake(Simulation simulation, Instance instance, ICaller caller) : ICaller
{
    private const int Insert = 1;
    private const int FindHolder = 2;
    private const int ReadStretch = 3;

    private readonly CapTable cap = simulation.Cap;
    private readonly CapSearch search = instance.CapSearch ??= new(simulation);
    private int place;

    /// <summary>Picks a place and tries it.</summary>
    /// <param name="now">Seconds since the start.</param>
    public void Pick(double now)
    {
        if (search.Map.TryPick(out place))
        {
            Call(now, Insert, 1, simulation.Workload.Write);
        }
        else
        {
            search.Join(now, this);
        }
    }

    /// <summary>The cap is full. The lead counts as bought all the same: what comes after is of no interest here.</summary>
    /// <param name="now">Seconds since the start.</param>
    public void IsFull(double now) => caller.Answered(now, true, 0);

    /// <summary>The table does not answer.</summary>
    /// <param name="now">Seconds since the start.</param>
    public void Failed(double now) => caller.Answered(now, false, 0);

    /// <inheritdoc/>
    public void Answered(double now, bool succeeded, int call)
    {
        switch (call)
        {
            case ReadStretch:
                search.IsLearning = false;
                if (succeeded)
                {
                    search.Map.Learn(cap.Read(place / PlaceMap.StretchSize));
                }

                break;
            case Insert or FindHolder when !succeeded:
                search.Map.Doubt(place);
                break;
            case Insert when cap.TryTake(place):
                search.Map.Taken(place);
                caller.Answered(now, true, 0);
                return;
            case Insert:
                Call(now, FindHolder, 1, simulation.Workload.Read);
                return;
            default:
                search.Map.Taken(place);
                if (search.Map.Collide() && !search.IsLearning)
                {
                    search.IsLearning = true;
                    Call(now, ReadStretch, cap.TakenOf(place / PlaceMap.StretchSize), simulation.Workload.Read);
                    return;
                }

                break;
        }

        if (succeeded)
        {
            Pick(now);
        }
        else
        {
            Failed(now);
        }
    }

    private void Call(double now, int call, double entities, Latency latency) =>
        new TableCall(simulation.Agenda, simulation.Random, cap.PartitionOf(place), Math.Max(1, entities), latency, this, call).Begin(now);
}
