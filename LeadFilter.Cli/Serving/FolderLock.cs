using LeadFilter.Sqlite.Folders;

namespace LeadFilter.Cli.Serving;

/// <summary>
/// Keeps a data folder to one server at a time. The lock belongs to the process, so it ends with it however it ends. Whoever
/// holds it knows that every message lock and lease that it finds in the folder is from a process that no longer exists.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    /// <summary>The name of the file that is locked.</summary>
    public const string FileName = "serve.lock";

    // EWOULDBLOCK of flock on Linux and on macOS; ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows.
    private static readonly int[] HeldByOther = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private readonly FileStream stream;

    private FolderLock(FileStream stream) => this.stream = stream;

    /// <summary>Takes the lock.</summary>
    /// <param name="folder">The data folder; it exists.</param>
    /// <exception cref="DataFolderException">Another process has it, or the file cannot be opened.</exception>
    public static FolderLock Take(string folder)
    {
        var file = Path.Combine(Path.GetFullPath(folder), FileName);
        try
        {
            return new(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException failure) when (HeldByOther.Contains(failure.HResult))
        {
            throw new DataFolderException(
                $"The data folder '{Path.GetDirectoryName(file)}' is in use by a filter that runs already. "
                + "Stop that one, or name another folder with --data.",
                failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException(
                $"The file '{file}' cannot be opened: {failure.Message} Fix its permissions, or name another folder with "
                    + "--data.", failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();
}
