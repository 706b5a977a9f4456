using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Targets;

/// <summary>
/// Which target has learned of which opt-out. Rows are inserted only: a partition for each opt-out with the end for each target and what
/// was told, and one partition with what is open, from which the sweep takes what has ended. It holds nothing of a person.
/// </summary>
/// <param name="tables">The tables.</param>
public sealed class TargetBook(ITables tables)
{
    /// <summary>How long it is kept that a target has learned of an opt-out.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays((5 * 365) + 2);

    private const string OpenPartition = "~open";
    private const string ReceivedAt = nameof(ReceivedAt);
    private const string At = nameof(At);
    private const string Status = nameof(Status);
    private const char Separator = '|';

    private readonly ITable table = tables[TableNames.OptOutTargets];

    /// <summary>Keeps that a target has yet to learn of an opt-out.</summary>
    /// <param name="optOut">The opt-out's id.</param>
    /// <param name="target">The target's id.</param>
    /// <param name="receivedAt">When the opt-out was received.</param>
    internal static Row Opening(string optOut, string target, DateTimeOffset receivedAt) =>
        new Row(OpenPartition, $"{optOut}{Separator}{target}").Set(ReceivedAt, receivedAt);

    /// <summary>Keeps that a target has learned of an opt-out, or need not.</summary>
    /// <param name="optOut">The opt-out's id.</param>
    /// <param name="target">The target's id.</param>
    /// <param name="status">The status with which the target answered; 0 if the opt-out does not concern it.</param>
    /// <param name="at">When.</param>
    internal static Row Ending(string optOut, string target, int status, DateTimeOffset at) =>
        new Row(optOut, target).Set(Status, (long)status).Set(At, at);

    /// <summary>Inserts a row; whether it is there already does not matter.</summary>
    /// <param name="row">The row.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <exception cref="StoreUnavailableException">The table is down; it may have taken the row all the same.</exception>
    internal async ValueTask KeepAsync(Row row, CancellationToken cancellation) => await table.TryInsertAsync(row, cancellation);

    /// <summary>What is known of the targets of an opt-out, by target.</summary>
    /// <param name="optOut">The opt-out's id.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The table is down.</exception>
    public async ValueTask<IReadOnlyList<TargetAcknowledgement>> ReadAsync(string optOut, CancellationToken cancellation)
    {
        var found = new List<TargetAcknowledgement>();
        await foreach (var row in table.QueryAsync(optOut, "", null, cancellation))
        {
            if (row.TryGet<long>(Status, out var status) && row.TryGet<DateTimeOffset>(At, out var at))
            {
                found.Add(new(row.RowKey, (int)status, at));
            }
        }

        return found;
    }

    /// <summary>Whether a target has learned of an opt-out, or need not.</summary>
    /// <param name="optOut">The opt-out's id.</param>
    /// <param name="target">The target's id.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async ValueTask<bool> HasEndedAsync(string optOut, string target, CancellationToken cancellation) =>
        await table.FindAsync(optOut, target, cancellation) is not null;

    /// <summary>What is open.</summary>
    /// <param name="cancellation">Gives up.</param>
    internal async ValueTask<IReadOnlyList<OpenTarget>> ReadOpenAsync(CancellationToken cancellation)
    {
        var open = new List<OpenTarget>();
        await foreach (var row in table.QueryAsync(OpenPartition, "", null, cancellation))
        {
            if (row.RowKey.Split(Separator) is [var optOut, var target] && row.TryGet<DateTimeOffset>(ReceivedAt, out var receivedAt))
            {
                open.Add(new(optOut, target, receivedAt, row));
            }
        }

        return open;
    }

    /// <summary>Takes what has ended from what is open.</summary>
    /// <param name="open">What is open no more.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    internal async ValueTask CloseAsync(OpenTarget open, CancellationToken cancellation) =>
        await table.TryDeleteAsync(open.Row, cancellation);

    /// <summary>Whether a warning was told.</summary>
    /// <param name="open">What is open.</param>
    /// <param name="word">The warning's word.</param>
    /// <param name="cancellation">Gives up.</param>
    internal async ValueTask<bool> WasToldAsync(OpenTarget open, string word, CancellationToken cancellation) =>
        await table.FindAsync(open.OptOut, $"{open.Target}{Separator}{word}", cancellation) is not null;

    /// <summary>Keeps that a warning was told.</summary>
    /// <param name="open">What is open.</param>
    /// <param name="word">The warning's word.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    internal ValueTask KeepToldAsync(OpenTarget open, string word, DateTimeOffset at, CancellationToken cancellation) =>
        KeepAsync(new Row(open.OptOut, $"{open.Target}{Separator}{word}").Set(At, at), cancellation);

    /// <summary>Until when a row is kept; what is open has no end.</summary>
    /// <param name="row">The row.</param>
    internal static DateTimeOffset? EndOf(Row row) => row.TryGet<DateTimeOffset>(At, out var at) ? at + Kept : null;
}
