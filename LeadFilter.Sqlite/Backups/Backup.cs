using LeadFilter.Sqlite.Folders;

namespace LeadFilter.Sqlite.Backups;

/// <summary>
/// A data folder in one file: its database, and the secret without which the database's keyed hashes are void. The file comes
/// into being whole: a process that dies leaves a file whose name ends in <see cref="PartEnding"/>.
/// </summary>
internal static class Backup
{
    /// <summary>How the name of a file ends that is not complete.</summary>
    public const string PartEnding = ".part";

    /// <summary>Writes one, also while a filter runs on the folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="file">The backup.</param>
    /// <param name="force">Whether a file that is there may be replaced.</param>
    /// <param name="note">What the backup says of itself.</param>
    /// <param name="progress">Is told how many pages are copied, and of how many.</param>
    /// <param name="cancellation">Gives up; then there is no file.</param>
    /// <returns>The size of the backup in bytes.</returns>
    /// <exception cref="DataFolderException">The folder has no data or damaged data, or the backup cannot be written.</exception>
    public static long Write(
        string folder, string file, bool force, BackupNote note, Action<int, int> progress, CancellationToken cancellation)
    {
        var database = Path.Combine(Path.GetFullPath(folder), DataFolder.FileName);
        if (!File.Exists(database))
        {
            throw new DataFolderException(
                $"There is no data in '{folder}': it has no {DataFolder.FileName}. Name the folder that `leadfilter serve` uses with "
                    + "--data.");
        }

        var part = $"{Path.GetFullPath(file)}.{Path.GetRandomFileName()}{PartEnding}";
        DatabaseCopy.Make(database, part, note.WriteTo, progress, cancellation);
        try
        {
            var size = new FileInfo(part).Length;
            File.Move(part, file, force);
            return size;
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Puts a backup in the place of a folder's database, and keeps that one under another name.</summary>
    /// <param name="file">The backup, or a copy of a database; it exists.</param>
    /// <param name="folder">The data folder; the caller holds its lock, and nobody else uses it.</param>
    /// <param name="now">The time, which the other name tells.</param>
    /// <param name="accept">Is told what the backup says of itself, before anything is changed; throws to refuse it.</param>
    /// <param name="progress">Is told how many pages are copied, and of how many.</param>
    /// <param name="cancellation">Gives up; then nothing has changed.</param>
    /// <returns>Where the database of before is; null if there was none.</returns>
    /// <exception cref="DataFolderException">The backup cannot be used, or another program uses the folder.</exception>
    public static string? Restore(
        string file,
        string folder,
        DateTimeOffset now,
        Action<BackupNote> accept,
        Action<int, int> progress,
        CancellationToken cancellation)
    {
        var database = Path.Combine(Path.GetFullPath(folder), DataFolder.FileName);
        var part = database + PartEnding;
        foreach (var ending in DatabaseEndings.All)
        {
            File.Delete(part + ending);
        }

        var note = new BackupNote("", "");
        DatabaseCopy.Make(file, part, copy => note = BackupNote.TakeFrom(copy), progress, cancellation);
        try
        {
            accept(note);
            return new DatabasePlace(database).Put(part, now);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
