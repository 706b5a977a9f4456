using LeadFilter.Cli.Serving;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Sqlite.Folders;

namespace LeadFilter.Cli.Commands.DeadLetters;

/// <summary>Opens the dead letters in the SQLite file of a data folder.</summary>
internal static class StoredDeadLetters
{
    /// <inheritdoc cref="OpenDeadLetters"/>
    public static ValueTask<DeadLettersSession?> OpenAsync(string folder, CancellationToken cancellation)
    {
        if (!File.Exists(Path.Combine(folder, DataFolder.FileName)))
        {
            return ValueTask.FromResult<DeadLettersSession?>(null);
        }

        FolderLock? folderLock = null;
        try
        {
            folderLock = FolderLock.Share(folder);
            var store = SqliteStore.Open(folder, TimeProvider.System, new() { CreateIfMissing = false });
            return ValueTask.FromResult<DeadLettersSession?>(new(store.Queue, store, folderLock));
        }
        catch (DataFolderException failure)
        {
            folderLock?.Dispose();
            throw new StoreUnavailableException(failure.Message, failure);
        }
    }
}
