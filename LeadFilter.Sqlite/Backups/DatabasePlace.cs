using System.Globalization;
using LeadFilter.Sqlite.Connections;
using LeadFilter.Sqlite.Folders;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadFilter.Sqlite.Backups;

/// <summary>The place of a folder's database, in which another one is put. At every moment, one whole database is there.</summary>
/// <param name="database">The database file.</param>
internal sealed class DatabasePlace(string database)
{
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Puts a database there.</summary>
    /// <param name="replacement">One file in the same folder.</param>
    /// <param name="now">The time, for the name of the one that was there.</param>
    /// <returns>Where that one is now; null if there was none.</returns>
    /// <exception cref="DataFolderException">Another program uses the one that is there.</exception>
    public string? Put(string replacement, DateTimeOffset now)
    {
        var aside = $"{database}.{now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture)}";
        var isThere = File.Exists(database);
        if (isThere)
        {
            TakeInLog();
        }

        // Logs that are still there belong to a damaged database. SQLite would take them for those of the replacement.
        foreach (var ending in DatabaseEndings.Logs.Where(ending => File.Exists(database + ending)))
        {
            File.Move(database + ending, aside + ending);
        }

        if (!isThere)
        {
            File.Move(replacement, database);
            return null;
        }

        File.Replace(replacement, database, aside);
        return aside;
    }

    /// <summary>Moves the log into the database, so that it is one file, and finds out whether somebody else uses it.</summary>
    private void TakeInLog()
    {
        try
        {
            using var connection = Connection.Open(database, BusyTimeout);
            connection.Run("PRAGMA journal_mode = DELETE");
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT)
        {
            // It is damaged, which may be why a backup is restored. Its files are kept as they are.
        }
        catch (SqliteException failure)
        {
            throw new DataFolderException(DataFolder.Explain(database, failure), failure);
        }
    }
}
