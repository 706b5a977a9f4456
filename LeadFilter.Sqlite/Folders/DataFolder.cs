using LeadFilter.Sqlite.Connections;
using LeadFilter.Sqlite.Settings;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadFilter.Sqlite.Folders;

/// <summary>
/// The folder that holds the database. Only its owner may read what this program makes in it: messages hold personal data.
/// </summary>
internal static class DataFolder
{
    /// <summary>The database's file name.</summary>
    public const string FileName = "leadfilter.db";

    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes what is missing of a data folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="settings">Whether to make a database, and how long to wait for one that is busy.</param>
    /// <returns>The full path of the database file, and whether nothing that was ever deleted is left in it.</returns>
    /// <exception cref="DataFolderException">It cannot be used.</exception>
    public static (string File, bool IsClean) Prepare(string folder, StoreSettings settings)
    {
        folder = Path.GetFullPath(folder);
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
        {
            if (!settings.CreateIfMissing)
            {
                throw new DataFolderException(
                    $"There is no data in '{folder}': it has no {FileName}. Name the folder that `leadfilter serve` uses with --data.");
            }

            Create(folder, file);
        }

        var state = ApplySchema(file, settings);
        return state switch
        {
            SchemaState.Foreign => throw new DataFolderException(
                $"'{file}' is the database of another program. Name another folder with --data."),
            SchemaState.Newer => throw new DataFolderException(
                $"'{file}' was made by a newer version of leadfilter. Install that version, or name another folder with --data."),
            _ => (file, state == SchemaState.Fit),
        };
    }

    /// <summary>Makes a folder that only its owner may read; one that is there stays as it is.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="DataFolderException">It cannot be made.</exception>
    public static void Make(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, OwnersFolder);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException(CannotMake(folder, failure), failure);
        }
    }

    /// <summary>
    /// Makes an empty file that only its owner may read. SQLite takes it for a new database and gives its log the same mode.
    /// </summary>
    /// <param name="file">The file; there is none yet.</param>
    /// <exception cref="IOException">It cannot be made, or is there.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be made.</exception>
    public static void CreateFile(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersFile;
        }

        using var created = new FileStream(file, options);
    }

    /// <summary>Why a database file cannot be used, for an operator.</summary>
    /// <param name="file">The file.</param>
    /// <param name="failure">What SQLite said.</param>
    public static string Explain(string file, SqliteException failure) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB =>
            $"'{file}' is not a database. Move it away, or name another folder with --data.",
        raw.SQLITE_CORRUPT =>
            $"The database '{file}' is damaged. Put a backup in its place, or name another folder with --data.",
        raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH =>
            $"Cannot write to the database '{file}'. Let the user that runs leadfilter write to it and to its folder, "
            + "or name another folder with --data.",
        raw.SQLITE_FULL =>
            $"The disk of '{file}' is full. Make room, or name a folder on another disk with --data.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
            $"Another program keeps the database '{file}' locked. End it, or name another folder with --data.",
        _ =>
            $"The database '{file}' cannot be used. {failure.Message} Check its disk, or name another folder with --data.",
    };

    private static void Create(string folder, string file)
    {
        try
        {
            Make(folder);
            CreateFile(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (!File.Exists(file))
            {
                throw new DataFolderException(CannotMake(folder, failure), failure);
            }
        }
    }

    private static string CannotMake(string folder, Exception failure) =>
        $"Cannot make the data folder '{folder}' or a file in it: {failure.Message} "
        + "Let the user that runs leadfilter write there, or name another folder with --data.";

    private static SchemaState ApplySchema(string file, StoreSettings settings)
    {
        try
        {
            using var connection = Connection.Open(file, settings.BusyTimeout);
            return Schema.Apply(connection, settings.Tables, settings.CleansOldFile);
        }
        catch (SqliteException failure)
        {
            throw new DataFolderException(Explain(file, failure), failure);
        }
    }
}
