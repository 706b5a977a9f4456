using LeadFilter.Benchmarks.Processes;

namespace LeadFilter.Benchmarks.Memory;

/// <summary>Takes a process's working set again and again, until disposed.</summary>
/// <param name="server">The process.</param>
/// <param name="interval">The time between two samples.</param>
internal sealed class WorkingSetSamples(ServedProcess server, TimeSpan interval) : IDisposable
{
    private const double Megabyte = 1e6;

    private readonly PeriodicTimer timer = new(interval);
    private readonly List<(double X, double Y)> taken = [];

    /// <summary>What was taken: minutes since the first sample, and megabytes.</summary>
    public IReadOnlyList<(double X, double Y)> Taken => taken;

    /// <summary>Takes samples until this is disposed.</summary>
    /// <param name="cancellation">Stops.</param>
    public async Task TakeAsync(CancellationToken cancellation)
    {
        var started = TimeProvider.System.GetTimestamp();
        do
        {
            taken.Add((TimeProvider.System.GetElapsedTime(started).TotalMinutes, server.WorkingSet / Megabyte));
        }
        while (await timer.WaitForNextTickAsync(cancellation));
    }

    /// <summary>The median of a stretch, in megabytes.</summary>
    /// <param name="from">Where it begins, as a share of all samples.</param>
    /// <param name="to">Where it ends.</param>
    public double Median(double from, double to)
    {
        var stretch = taken
            .Take(Math.Max(1, (int)(taken.Count * to)))
            .Skip((int)(taken.Count * from))
            .Select(sample => sample.Y)
            .Order()
            .ToList();
        return stretch.Count > 0 ? stretch[stretch.Count / 2] : taken[^1].Y;
    }

    /// <inheritdoc/>
    public void Dispose() => timer.Dispose();
}
