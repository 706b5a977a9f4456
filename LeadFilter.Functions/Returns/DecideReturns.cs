using LeadFilter.Pipeline.Returns;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Returns;

/// <summary>Does what follows from returns, and lets silence decide. One instance at a time runs it: the host sees to that.</summary>
/// <param name="sweep">The use case.</param>
public sealed class DecideReturns(ReturnSweep sweep)
{
    /// <summary>How long one run takes at most; the next one goes on from there.</summary>
    public static readonly TimeSpan Budget = TimeSpan.FromSeconds(50);

    /// <summary>Looks what is to be done, every minute.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(DecideReturns))]
    public Task RunAsync([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        sweep.RunAsync(Budget, cancellation);
}
