using LeadFilter.Sqlite.Folders;

namespace LeadFilter.Cli.Serving;

/// <summary>
/// Who may work on a data folder at the same time. There is one server. Commands that change rows work beside it and beside each other,
/// since every change of theirs is a transaction. Whoever replaces the data has the folder alone. A lock belongs to the process, so it
/// ends with it however it ends. The server knows that every message lock and lease that it finds is from a process that no longer exists.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    /// <summary>The name of the file that the server locks.</summary>
    public const string FileName = "serve.lock";

    /// <summary>The name of the file that commands lock together.</summary>
    public const string CommandsFileName = "commands.lock";

    // EWOULDBLOCK of flock on Linux and on macOS; ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows.
    private static readonly int[] HeldByOther = [11, 35, unchecked((int)0x80070020), unchecked((int)0x80070021)];

    private readonly FileStream stream;

    private FolderLock(FileStream stream) => this.stream = stream;

    /// <summary>Takes the lock of the one server, or of whoever wants none to run.</summary>
    /// <param name="folder">The data folder; it exists.</param>
    /// <exception cref="DataFolderException">Another process has it, or the file cannot be opened.</exception>
    public static FolderLock Take(string folder) => Open(
        folder, FileName, isShared: false, "is in use by a filter that runs already. Stop that one, or name another folder with --data.");

    /// <summary>Takes the lock of a command that changes rows: many have it at once, and none while the data are replaced.</summary>
    /// <param name="folder">The data folder; it exists.</param>
    /// <exception cref="DataFolderException">The data are being replaced, or the file cannot be opened.</exception>
    public static FolderLock Share(string folder) =>
        Open(folder, CommandsFileName, isShared: true, "is being restored. Try again when that is done.");

    /// <summary>Takes the lock of whoever replaces the data and wants no command to change them meanwhile.</summary>
    /// <param name="folder">The data folder; it exists.</param>
    /// <exception cref="DataFolderException">A command works on the folder, or the file cannot be opened.</exception>
    public static FolderLock TakeFromCommands(string folder) =>
        Open(folder, CommandsFileName, isShared: false, "is in use by another command. Try again when that is done.");

    private static FolderLock Open(string folder, string name, bool isShared, string whenHeld)
    {
        var file = Path.Combine(Path.GetFullPath(folder), name);
        try
        {
            return new(isShared
                ? new FileStream(file, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read)
                : new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException failure) when (HeldByOther.Contains(failure.HResult))
        {
            throw new DataFolderException($"The data folder '{Path.GetDirectoryName(file)}' {whenHeld}", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException(
                $"The file '{file}' cannot be opened: {failure.Message} Fix its permissions, or name another folder with --data.", failure);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();
}
