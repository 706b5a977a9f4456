using LeadFilter.Sqlite.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;

namespace LeadFilter.Sqlite.Writing;

/// <summary>
/// Moves the content of the write-ahead log into the database file. The bulk is moved and flushed on a thread of its own
/// while the writer goes on; the writer itself moves the short rest, after which SQLite writes the log from its beginning
/// again. SQLite's own way, a checkpoint every 1,000 pages within a commit, lets everybody wait for it.
/// <para>
/// The log holds pages as they were before something was deleted from them, delivered leads among them. So it is cut to nothing a
/// minute after the first commit at the latest, also when nobody writes any more.
/// </para>
/// </summary>
internal sealed class LogCheckpoints : IDisposable
{
    /// <summary>How old the log gets before it is cut to nothing; a little older while somebody reads from it.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan NextTry = TimeSpan.FromSeconds(1);

    // INVARIANT: never closed. Closing any handle of a file ends all locks that SQLite has on it for this process (fcntl).
    private static readonly Dictionary<string, SafeFileHandle> Kept = new(StringComparer.Ordinal);

    private readonly string file;
    private readonly TimeSpan busyTimeout;
    private readonly int bulk;
    private readonly Action wake;

    // The rest for which the writer may stop for a moment, and the log at which it must.
    private readonly int shortRest;
    private readonly int most;

    private readonly ITimer age;
    private readonly SemaphoreSlim asked = new(0);
    private readonly ManualResetEventSlim moved = new();
    private Thread? thread;
    private int pages;
    private int pagesWhenAsked;
    private bool isAging;
    private volatile bool isOld;
    private volatile Stage stage = Stage.Waiting;

    /// <summary>Begins with a log of which nothing is known.</summary>
    /// <param name="file">The database file.</param>
    /// <param name="busyTimeout">How long to wait when the file is locked as a whole.</param>
    /// <param name="bulk">How many pages the log has when its bulk is moved. The more, the more of them are of the same page, which
    /// is moved once.</param>
    /// <param name="time">The clock.</param>
    /// <param name="wake">Makes an idle writer call <see cref="Move"/>.</param>
    public LogCheckpoints(string file, TimeSpan busyTimeout, int bulk, TimeProvider time, Action wake)
    {
        (this.file, this.busyTimeout, this.bulk, this.wake) = (file, busyTimeout, bulk, wake);
        (shortRest, most) = (bulk / 20, bulk * 4);
        age = time.CreateTimer(_ => GrowOld(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private enum Stage
    {
        /// <summary>For the log to grow.</summary>
        Waiting,

        /// <summary>The bulk is being moved.</summary>
        Moving,

        /// <summary>The bulk is moved, the rest is not.</summary>
        Moved,
    }

    /// <summary>For the writer, after each commit and before anybody is told of it: the log is not empty any more.</summary>
    public void Age()
    {
        if (!isAging)
        {
            isAging = true;
            age.Change(MaxAge, NextTry);
        }
    }

    /// <summary>For the writer, after each commit.</summary>
    /// <param name="session">Its connection, outside of a transaction.</param>
    /// <param name="written">How many pages the commit has written.</param>
    public void AfterCommit(WriteSession session, int written)
    {
        pages += written;
        Move(session);
    }

    /// <summary>For the writer, when it was woken: moves what is to be moved now.</summary>
    /// <param name="session">Its connection, outside of a transaction.</param>
    public void Move(WriteSession session)
    {
        if (stage == Stage.Moving && pages >= most)
        {
            // The disk cannot follow: whoever writes waits for it, as with SQLite's own checkpoints.
            moved.Wait();
        }

        if (stage == Stage.Moved)
        {
            if (pages - pagesWhenAsked <= shortRest || pages >= most)
            {
                MoveRest(session);
            }
            else
            {
                Ask();
            }
        }
        else if (stage == Stage.Waiting && isOld && pages <= shortRest)
        {
            MoveRest(session);
        }
        else if (stage == Stage.Waiting && (isOld || pages >= bulk))
        {
            Ask();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (thread is not null)
        {
            stage = Stage.Waiting;
            asked.Release();
            thread.Join();
        }

        age.Dispose();
        asked.Dispose();
        moved.Dispose();
    }

    // Another process that checkpoints at the moment, or a disk that cannot be written: the log just grows until the next time.
    private static void Try(Action move)
    {
        try
        {
            move();
        }
        catch (SqliteException)
        {
            return;
        }
    }

    private static SafeFileHandle HandleOf(string file)
    {
        lock (Kept)
        {
            if (!Kept.TryGetValue(file, out var handle))
            {
                handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
                Kept.Add(file, handle);
            }

            return handle;
        }
    }

    private void Flush()
    {
        try
        {
            RandomAccess.FlushToDisk(HandleOf(file));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The writer's own flush decides.
            return;
        }
    }

    // Again and again, until the log is cut: the writer may be kept from its commit.
    private void GrowOld()
    {
        isOld = true;
        wake();
    }

    private void MoveRest(WriteSession session)
    {
        if (isOld)
        {
            isOld = false;
            Try(() => isAging = !session.TryEmptyLog());
            if (!isAging)
            {
                age.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            }
        }
        else
        {
            Try(session.CheckpointWhatIsFree);
        }

        pages = 0;
        stage = Stage.Waiting;
    }

    private void Ask()
    {
        if (thread is null)
        {
            thread = new(Work) { IsBackground = true, Name = "leadfilter.db log" };
            thread.Start();
        }

        pagesWhenAsked = pages;
        moved.Reset();
        stage = Stage.Moving;
        asked.Release();
    }

    private void Work()
    {
        Connection? connection = null;
        while (true)
        {
            asked.Wait();
            if (stage != Stage.Moving)
            {
                connection?.Dispose();
                return;
            }

            Try(() => (connection ??= Connection.Open(file, busyTimeout)).CheckpointWhatIsFree());

            // SQLite flushes the file only when it has moved all there is, which would be left to the writer.
            Flush();
            stage = Stage.Moved;
            moved.Set();
            if (isOld)
            {
                wake();
            }
        }
    }
}
