using LeadFilter.Pipeline.Statements;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Functions.Statements;

/// <summary>Tells vendors that a month's statement is ready. One instance at a time runs it: the host sees to that.</summary>
/// <param name="notices">The use case.</param>
public sealed class TellStatements(StatementNotices notices)
{
    /// <summary>Looks whether a month has ended, every hour.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function(nameof(TellStatements))]
    public Task RunAsync([TimerTrigger("0 41 * * * *")] TimerInfo timer, CancellationToken cancellation) => notices.RunAsync(cancellation);
}
