using LeadFilter.Sqlite.Connections;
using LeadFilter.Sqlite.Folders;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadFilter.Sqlite.Backups;

/// <summary>A whole and checked copy of a database in one file, while others read and write the original.</summary>
internal static class DatabaseCopy
{
    private const int PagesAtOnce = 1_024;

    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Makes it: the state of one moment. Writers do not wait for it; their log is not shortened until it is done.
    /// </summary>
    /// <param name="source">The database.</param>
    /// <param name="target">The copy; only its owner may read it. If anything fails, it is deleted again.</param>
    /// <param name="finish">Changes the copy at the end.</param>
    /// <param name="progress">Is told how many pages are copied, and of how many.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DataFolderException">The original is damaged or not of this program or version, or a file cannot be read or
    /// written; the message tells an operator what to do.</exception>
    public static void Make(
        string source, string target, Action<Connection> finish, Action<int, int> progress, CancellationToken cancellation)
    {
        try
        {
            DataFolder.CreateFile(target);
            Copy(source, target, progress, cancellation);
            using var copy = Connection.Open(target, BusyTimeout);

            // One file without a log beside it.
            copy.Run("PRAGMA journal_mode = DELETE");
            Prove(copy, source);
            finish(copy);
        }
        catch (Exception failure)
        {
            Delete(target);
            switch (failure)
            {
                case SqliteException { SqliteErrorCode: raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT }:
                    throw new DataFolderException(Damaged(source), failure);
                case SqliteException or IOException or UnauthorizedAccessException:
                    throw new DataFolderException(
                        $"'{source}' cannot be copied to '{target}': {failure.Message} Make room on its disk, let the user that runs "
                        + "leadfilter read the one and write the other, or name another file.",
                        failure);
                default:
                    throw;
            }
        }
    }

    private static void Copy(string source, string target, Action<int, int> progress, CancellationToken cancellation)
    {
        using var from = Connection.Open(source, BusyTimeout);
        using var to = Connection.Open(target, BusyTimeout);

        // A transaction that has read something sees one moment until it ends; without it, each foreign write would begin the copy again.
        from.Run("BEGIN");
        from.Run("SELECT count(*) FROM sqlite_schema");
        using var pages = from.CopyTo(to);
        var isDone = false;
        while (!isDone)
        {
            cancellation.ThrowIfCancellationRequested();
            isDone = pages.Step(PagesAtOnce);
            progress(pages.Done, pages.Total);
        }
    }

    private static void Prove(Connection copy, string source)
    {
        var state = Schema.Examine(copy, out var isEmpty);
        if (isEmpty || state == SchemaState.Foreign)
        {
            throw new DataFolderException($"'{source}' is not a database of leadfilter. Name another file.");
        }

        if (state == SchemaState.Newer)
        {
            throw new DataFolderException($"'{source}' was made by a newer version of leadfilter. Use that version.");
        }

        var check = copy.Prepare("PRAGMA integrity_check(1)");
        var isWhole = check.Next() && check.Text(0) == "ok";
        check.Reset();
        if (!isWhole)
        {
            throw new DataFolderException(Damaged(source));
        }
    }

    private static string Damaged(string source) =>
        $"'{source}' is damaged, or not a database of leadfilter. Restore an older backup.";

    private static void Delete(string target)
    {
        foreach (var ending in DatabaseEndings.All)
        {
            File.Delete(target + ending);
        }
    }
}
