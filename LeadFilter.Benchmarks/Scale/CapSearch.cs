using LeadFilter.Pipeline.Capacity;

namespace LeadFilter.Scale;

/// <summary>An instance looks for free places under the cap, as PlaceSearch does it with the real PlaceMap; its leads wait.</summary>
/// <param name="simulation">The simulation.</param>
internal sealed class CapSearch(Simulation simulation) : ICaller
{
    private const int LookBeyond = 0;
    private const int Open = 1;
    private const int FindNote = 2;
    private const int ReadStretch = 3;
    private const int ReadNotes = 4;
    private const int ReadAll = 5;
    private const int Fill = 6;

    // As CapLedger has them.
    private const double MinPause = 1;
    private const double PausePerRow = 0.08;
    private const double PausePerSearching = 100;
    private const double Spread = 0.5;

    private readonly CapTable cap = simulation.Cap;
    private readonly List<CapTake> waiting = [];
    private readonly Queue<int> filling = new();
    private bool isRunning;
    private double began;
    private double fullUntil;
    private int rows;
    private int stretch;

    /// <summary>What the instance knows of the places.</summary>
    public PlaceMap Map { get; } = new(simulation.Cap.Limit, simulation.Random);

    /// <summary>Whether one of its leads is reading a stretch after a collision.</summary>
    public bool IsLearning { get; set; }

    /// <summary>A lead waits for places.</summary>
    /// <param name="now">Seconds since the start.</param>
    /// <param name="take">The lead.</param>
    public void Join(double now, CapTake take)
    {
        if (!isRunning && now < fullUntil)
        {
            take.IsFull(now);
            return;
        }

        waiting.Add(take);
        if (isRunning)
        {
            return;
        }

        (isRunning, began, rows) = (true, now, 0);
        Map.Begin();
        foreach (var full in Map.TakeFull())
        {
            FillAt(now, full);
        }

        Next(now);
    }

    /// <inheritdoc/>
    public void Answered(double now, bool succeeded, int call)
    {
        if (call == Fill)
        {
            var full = filling.Dequeue();
            if (succeeded)
            {
                cap.Fill(full);
            }

            return;
        }

        if (!succeeded)
        {
            isRunning = false;
            Release(static (take, at) => take.Failed(at), now);
            return;
        }

        switch (call)
        {
            case LookBeyond:
                Map.LookedBeyond(false);
                break;
            case Open:
                Map.Opened(stretch, cap.TryOpen(stretch));
                break;
            case FindNote when cap.IsFull(stretch):
                Map.IsFull(stretch);
                break;
            case FindNote:
                Call(now, ReadStretch, cap.PartitionOf(stretch * PlaceMap.StretchSize), cap.TakenOf(stretch), simulation.Workload.Read);
                return;
            case ReadStretch:
                if (cap.TakenOf(stretch) == PlaceMap.StretchSize)
                {
                    FillAt(now, stretch);
                }

                Map.HasRead(stretch, cap.Read(stretch));
                break;
            case ReadNotes:
                Map.HasRead(cap.Noted);
                break;
            default:
                Map.HasReadAll(cap.ReadAll());
                break;
        }

        Next(now);
    }

    private void Next(double now)
    {
        var work = simulation.Workload;
        switch (Map.Next(out stretch))
        {
            case SearchStep.LookBeyond:
                Call(now, LookBeyond, cap.Notes, 1, work.Read);
                break;
            case SearchStep.Open:
                Call(now, Open, cap.Notes, 1, work.Write);
                break;
            case SearchStep.ReadStretch:
                Call(now, FindNote, cap.Notes, 1, work.Read);
                break;
            case SearchStep.ReadNotes:
                Call(now, ReadNotes, cap.Notes, cap.NotedCount, work.Read);
                break;
            case SearchStep.ReadAll:
                Call(now, ReadAll, cap.PartitionOf(0), cap.Taken, work.Read);
                break;
            case SearchStep.Take:
                (isRunning, fullUntil) = (false, 0);
                Release(static (take, at) => take.Pick(at), now);
                break;
            default:
                (isRunning, fullUntil) = (
                    false,
                    now
                        + Math.Max(
                            MinPause,
                            Math.Max(
                                (now - began) * PausePerSearching, rows * PausePerRow * (1 - (Spread * simulation.Random.NextDouble())))));
                Release(static (take, at) => take.IsFull(at), now);
                break;
        }
    }

    private void FillAt(double now, int full)
    {
        filling.Enqueue(full);
        new TableCall(simulation.Agenda, simulation.Random, cap.Notes, 1, simulation.Workload.Write, this, Fill).Begin(now);
    }

    private void Release(Action<CapTake, double> tell, double now)
    {
        CapTake[] all = [.. waiting];
        waiting.Clear();
        foreach (var take in all)
        {
            tell(take, now);
        }
    }

    private void Call(double now, int call, TablePartition target, int entities, Latency latency)
    {
        rows += Math.Max(1, entities);
        new TableCall(simulation.Agenda, simulation.Random, target, Math.Max(1, entities), latency, this, call).Begin(now);
    }
}
