using LeadFilter.Pipeline.Upkeep;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Upkeep;

/// <summary>Deletes what is past its retention. One instance at a time runs it: the host sees to that.</summary>
/// <param name="sweep">The use case.</param>
public sealed class SweepExpired(RetentionSweep sweep)
{
    /// <summary>How long one run takes at most: less than <c>functionTimeout</c> in host.json. The next one goes on from there.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromMinutes(4);

    /// <summary>Sweeps the tables, every hour.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(SweepExpired))]
    public Task RunAsync([TimerTrigger("0 17 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        sweep.RunAsync(Budget, cancellation);
}
