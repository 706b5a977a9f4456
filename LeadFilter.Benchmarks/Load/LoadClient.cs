using System.Diagnostics;
using System.Net.Sockets;
using LeadFilter.Benchmarks.Leads;

namespace LeadFilter.Benchmarks.Load;

/// <summary>
/// Posts leads to a server over a given number of connections and takes the times of the answers. One thread does all of it:
/// it shares the processors with the server, and threads that wake one another cost more than what they send.
/// </summary>
internal sealed class LoadClient : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly LoadConnection[] connections;
    private readonly Stack<LoadConnection> idle;
    private readonly Dictionary<Socket, LoadConnection> waiting = [];
    private readonly List<Socket> readable = [];

    /// <summary>Makes a client.</summary>
    /// <param name="server">The server's address, on this machine.</param>
    /// <param name="leads">Makes the leads.</param>
    /// <param name="connections">How many requests may be on their way at once.</param>
    /// <param name="checksOutcome">Whether the answer must be the one that the lead is made for.</param>
    public LoadClient(Uri server, LeadSource leads, int connections, bool checksOutcome)
    {
        this.connections = [.. Enumerable.Range(0, connections).Select(_ => new LoadConnection(server, leads, checksOutcome))];
        idle = new(this.connections);
    }

    /// <summary>Closed loop: each connection sends its next lead when it has the answer to the last one.</summary>
    /// <param name="duration">For how long.</param>
    /// <param name="cancellation">Stops.</param>
    public Task<LoadTimes> RunClosedAsync(TimeSpan duration, CancellationToken cancellation) =>
        OnThreadAsync(times => SendClosed(times, duration, cancellation), cancellation);

    /// <summary>
    /// Open loop: leads come at a steady rate, whether or not the server keeps up. Times count from the moment at which a lead
    /// was due, so that waiting for a free connection, or for this program, counts too (no coordinated omission).
    /// </summary>
    /// <param name="rate">Leads a second.</param>
    /// <param name="duration">For how long. Leads that are due but not sent after twice this time count as failed.</param>
    /// <param name="cancellation">Stops.</param>
    public Task<LoadTimes> RunOpenAsync(double rate, TimeSpan duration, CancellationToken cancellation) =>
        OnThreadAsync(times => SendOpen(times, rate, duration, cancellation), cancellation);

    /// <summary>Sends one lead and waits for the answer.</summary>
    public LoadAnswer SendOne()
    {
        var connection = connections[0];
        if (!connection.TrySend(Stopwatch.GetTimestamp()))
        {
            return LoadAnswer.Failed;
        }

        while (true)
        {
            if (connection.Receive() is { } answer)
            {
                return answer;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(connections, static connection => connection.Dispose());

    private async Task<LoadTimes> OnThreadAsync(Action<LoadTimes> send, CancellationToken cancellation)
    {
        var times = new LoadTimes();
        Array.ForEach(connections, static connection => connection.Refresh());
        var started = Stopwatch.GetTimestamp();
        await Task.Factory.StartNew(() => send(times), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        times.Elapsed = Stopwatch.GetElapsedTime(started);
        return times;
    }

    private void SendClosed(LoadTimes times, TimeSpan duration, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        do
        {
            while (idle.Count > 0 && Stopwatch.GetElapsedTime(started) < duration)
            {
                Send(times, Stopwatch.GetTimestamp());
            }

            Take(times, cancellation);
        }
        while (GoesOn(started, duration, cancellation));

        GiveUp(times);
    }

    private void SendOpen(LoadTimes times, double rate, TimeSpan duration, CancellationToken cancellation)
    {
        var (started, total, sent) = (Stopwatch.GetTimestamp(), (long)(rate * duration.TotalSeconds), 0L);
        do
        {
            var due = Math.Min(total, (long)(Stopwatch.GetElapsedTime(started).TotalSeconds * rate) + 1);
            for (; sent < due && idle.Count > 0; sent++)
            {
                Send(times, started + (long)(sent / rate * Stopwatch.Frequency));
            }

            Take(times, cancellation);
        }
        while ((sent < total && Stopwatch.GetElapsedTime(started) < duration * 2) || GoesOn(started, duration, cancellation));

        GiveUp(times);
        for (; sent < total; sent++)
        {
            times.Add(LoadAnswer.Failed, started + (long)(sent / rate * Stopwatch.Frequency));
        }
    }

    private bool GoesOn(long started, TimeSpan duration, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var elapsed = Stopwatch.GetElapsedTime(started);
        return elapsed < duration || (waiting.Count > 0 && elapsed < duration + Patience);
    }

    private void Send(LoadTimes times, long since)
    {
        var connection = idle.Pop();
        if (connection.TrySend(since))
        {
            waiting.Add(connection.Socket!, connection);
        }
        else
        {
            times.Add(LoadAnswer.Failed, since);
            idle.Push(connection);
        }
    }

    /// <summary>Takes the answers that have come, or waits a moment for one.</summary>
    private void Take(LoadTimes times, CancellationToken cancellation)
    {
        if (waiting.Count == 0)
        {
            cancellation.WaitHandle.WaitOne(Tick);
            return;
        }

        readable.Clear();
        readable.AddRange(waiting.Keys);
        Socket.Select(readable, null, null, Tick);
        foreach (var socket in readable)
        {
            var connection = waiting[socket];
            if (connection.Receive() is { } answer)
            {
                times.Add(answer, connection.Since);
                waiting.Remove(socket);
                idle.Push(connection);
            }
        }
    }

    private void GiveUp(LoadTimes times)
    {
        foreach (var connection in waiting.Values)
        {
            times.Add(LoadAnswer.Failed, connection.Since);
            connection.Close();
            idle.Push(connection);
        }

        waiting.Clear();
    }
}
