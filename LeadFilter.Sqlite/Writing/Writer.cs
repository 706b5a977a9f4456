using System.Threading.Channels;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite.Settings;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadFilter.Sqlite.Writing;

/// <summary>
/// The one writer of this process. It takes what waits, makes all of it one transaction, and so pays for one sync of the
/// disk where many callers wait. A caller is told of success only after the commit.
/// </summary>
internal sealed class Writer : IAsyncDisposable
{
    private const int MaxInOneCommit = 512;
    private const int MaxWaiting = 4096;

    private readonly string file;
    private readonly TimeSpan busyTimeout;
    private readonly TimeProvider time;
    private readonly IUpkeep upkeep;
    private readonly Channel<PendingWrite> waiting = Channel.CreateBounded<PendingWrite>(
        new BoundedChannelOptions(MaxWaiting) { SingleReader = true });
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LogCheckpoints checkpoints;
    private WriteSession? session;
    private long commits;

    /// <summary>Starts the writer.</summary>
    /// <param name="file">The database file, with its schema.</param>
    /// <param name="settings">How long to wait for another process that writes at the moment, and how long the log gets.</param>
    /// <param name="time">The clock.</param>
    /// <param name="upkeep">What is done in every transaction.</param>
    public Writer(string file, StoreSettings settings, TimeProvider time, IUpkeep upkeep)
    {
        this.file = file;
        busyTimeout = settings.BusyTimeout;
        this.time = time;
        this.upkeep = upkeep;
        checkpoints = new(file, busyTimeout, settings.LogPages, time, () => waiting.Writer.TryWrite(new ChangeNothing()));

        // A thread of its own: a sync of the disk would otherwise block one of the few threads that answer vendors.
        new Thread(Work) { IsBackground = true, Name = "leadfilter.db writer" }.Start();
    }

    /// <summary>How many transactions were committed.</summary>
    public long Commits => Interlocked.Read(ref commits);

    /// <summary>Hands a change to the writer and waits until it is durable.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="write">The change.</param>
    /// <param name="cancellation">Gives up waiting. A change that the writer has not begun is then left out.</param>
    /// <exception cref="StoreUnavailableException">The change was not confirmed, or the store is closed.</exception>
    public async ValueTask<T> RunAsync<T>(Write<T> write, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            if (!waiting.Writer.TryWrite(write))
            {
                await waiting.Writer.WriteAsync(write, cancellation);
            }
        }
        catch (ChannelClosedException closed)
        {
            throw new StoreUnavailableException("The data folder is closed.", closed) { HadNoEffect = true };
        }

        using var registration = cancellation.UnsafeRegister(
            static (state, token) => ((PendingWrite)state!).GiveUp(token),
            write);
        return await write.Completion;
    }

    /// <summary>Finishes what was handed over, empties the log into the database file and closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await ended.Task;
    }

    private void Work()
    {
        var batch = new List<PendingWrite>(MaxInOneCommit);
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            // Whoever is about to write comes into this commit too, if the processors are busy; else this costs nothing.
            Thread.Yield();
            while (batch.Count < MaxInOneCommit && waiting.Reader.TryRead(out var write))
            {
                batch.Add(write);
            }

            if (!batch.TrueForAll(static write => write is ChangeNothing))
            {
                RunAll(batch);
            }
            else if (session is not null)
            {
                checkpoints.Move(session);
            }

            batch.Clear();
        }

        checkpoints.Dispose();
        Close();
        ended.SetResult();
    }

    private void RunAll(List<PendingWrite> batch)
    {
        var committing = false;
        try
        {
            session ??= WriteSession.Open(file, busyTimeout);
            session.Begin(time.GetUtcNow());
            upkeep.Begin(session);
            foreach (var write in batch)
            {
                // Another process may have kept the file for seconds: look as late as can be.
                if (!write.IsGivenUp)
                {
                    write.Run(session);
                }
            }

            upkeep.End(session, batch);
            committing = true;
            session.Commit();
        }
        catch (Exception failure)
        {
            // Whatever it is, those who wait must hear of it, and the writer must go on.
            Recover(failure);
            WriteResults.Tell(batch, failure is SqliteException ? Unavailable(failure, hadNoEffect: !committing) : failure);
            return;
        }

        upkeep.Confirm();
        checkpoints.Age();
        Interlocked.Increment(ref commits);
        WriteResults.Tell(batch, null);
        checkpoints.AfterCommit(session, session.TakePagesWritten());
    }

    private void Recover(Exception failure)
    {
        // A full disk or a busy file leaves the connection sound; after anything else only a new one is to be trusted.
        var sound = failure is SqliteException { SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_FULL };
        if (session is not null && !(session.TryRollBack() && sound))
        {
            session.Dispose();
            session = null;
        }
    }

    /// <summary>
    /// What was not to be committed yet is gone with the transaction; a commit that failed may stand in the log all the same.
    /// </summary>
    private static StoreUnavailableException Unavailable(Exception failure, bool hadNoEffect) =>
        new($"The database did not take a change. {failure.Message}", failure) { HadNoEffect = hadNoEffect };

    private void Close()
    {
        try
        {
            session?.Checkpoint();
        }
        catch (SqliteException)
        {
            // The log stays beside the database file and is read at the next start.
        }

        session?.Dispose();
    }
}
