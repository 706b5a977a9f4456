using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadFilter.Sqlite.Connections;

/// <summary>
/// A copy of a database that is being made, page by page: SQLite's online backup (https://www.sqlite.org/backup.html).
/// </summary>
internal sealed class PageCopy : IDisposable
{
    private readonly sqlite3 target;
    private readonly sqlite3_backup backup;

    /// <summary>Begins the copy.</summary>
    /// <param name="source">What is copied.</param>
    /// <param name="target">An empty database.</param>
    /// <exception cref="SqliteException">It cannot begin.</exception>
    public PageCopy(sqlite3 source, sqlite3 target)
    {
        this.target = target;
        backup = raw.sqlite3_backup_init(target, "main", source, "main");
        if (backup is not { IsInvalid: false })
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_errcode(target), target);
        }
    }

    /// <summary>How many pages there are; known after the first step.</summary>
    public int Total => raw.sqlite3_backup_pagecount(backup);

    /// <summary>How many of them are copied.</summary>
    public int Done => Total - raw.sqlite3_backup_remaining(backup);

    /// <summary>Copies some pages.</summary>
    /// <param name="pages">How many at most; from 1.</param>
    /// <returns>Whether the copy is complete and on the disk.</returns>
    /// <exception cref="SqliteException">A page cannot be read or written.</exception>
    public bool Step(int pages)
    {
        var code = raw.sqlite3_backup_step(backup, pages);
        if (code == raw.SQLITE_DONE)
        {
            return true;
        }

        SqliteException.ThrowExceptionForRC(code, target);
        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => backup.Dispose();
}
