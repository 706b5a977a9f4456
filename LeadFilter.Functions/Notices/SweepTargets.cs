using LeadFilter.Pipeline.Targets;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Notices;

/// <summary>Looks for systems that have not learned of opt-outs. One instance at a time runs it: the host sees to that.</summary>
/// <param name="sweep">The use case.</param>
public sealed class SweepTargets(TargetSweep sweep)
{
    /// <summary>Looks, every ten minutes.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(SweepTargets))]
    public Task RunAsync([TimerTrigger("0 3/10 * * * *")] TimerInfo timer, CancellationToken cancellation) => sweep.RunAsync(cancellation);
}
