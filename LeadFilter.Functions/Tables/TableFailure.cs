using Azure;
using Azure.Identity;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Functions.Tables;

/// <summary>What the table client throws when the store is down, busy or closed to us.</summary>
internal static class TableFailure
{
    /// <summary>Whether an exception is the store's, and not a mistake of ours or the caller's giving up.</summary>
    /// <param name="failure">The exception. The client throws an AggregateException after several tries, and a cancellation at
    /// its own time-out.</param>
    /// <param name="cancellation">The caller's.</param>
    public static bool Is(Exception failure, CancellationToken cancellation) =>
        failure is RequestFailedException or AggregateException or AuthenticationFailedException
        || (failure is OperationCanceledException && !cancellation.IsCancellationRequested);

    /// <summary>
    /// The failure as the ports name it: with the status, without the client's exception, whose message holds the whole answer.
    /// </summary>
    /// <param name="table">The table's name.</param>
    /// <param name="failure">The exception.</param>
    public static StoreUnavailableException Of(string table, Exception failure) =>
        failure is RequestFailedException { Status: > 0 } answered
        ? new($"Table {table} answered {answered.Status} ({answered.ErrorCode ?? "no code"}).")
        : new($"Table {table} did not answer ({failure.GetType().Name}).");
}
