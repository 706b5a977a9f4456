using LeadFilter.Cli.Serving;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Sqlite.Folders;
using LeadFilter.Sqlite.Settings;

namespace LeadFilter.Cli.Importing;

/// <summary>The data folder of a filter, opened for an import: also while the filter runs. Both hash with the same secret.</summary>
internal sealed class InstallationFolder : IAsyncDisposable
{
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(30);

    private readonly SqliteStore store;
    private readonly FolderLock folderLock;

    private InstallationFolder(SqliteStore store, FolderLock folderLock, IdentityHasher hasher)
    {
        this.store = store;
        this.folderLock = folderLock;
        Hasher = hasher;
    }

    /// <summary>The tables.</summary>
    public ITables Tables => store.Tables;

    /// <summary>Several changes of the tables in one transaction.</summary>
    public IChanges Changes => store.Changes;

    /// <summary>What lies in the queues.</summary>
    public IQueueContents Queues => store.Queue;

    /// <summary>Hashes with the installation's secret.</summary>
    public IdentityHasher Hasher { get; }

    /// <summary>Opens a folder that a filter has used before.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="time">The clock.</param>
    /// <param name="setting">Looks up a setting.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="DataFolderException">It holds no data, or there is another secret; the message tells an operator what to
    /// do.</exception>
    public static async Task<InstallationFolder> OpenAsync(
        string folder, TimeProvider time, Func<string, string?> setting, CancellationToken cancellation)
    {
        var settings = new StoreSettings { CreateIfMissing = false, BusyTimeout = BusyTimeout };
        DataFolder.Prepare(folder, settings);
        var hasher = new IdentityHasher(InstallationSecrets.FindIdentity(folder, setting));
        var opened = Open(folder, time, settings, hasher);
        if (await IdentityMark.FitsAsync(opened.Tables, opened.Hasher, cancellation))
        {
            return opened;
        }

        await opened.DisposeAsync();
        throw new DataFolderException(
            "This is not the secret of keyed hashes with which the filter of this folder runs. "
            + $"Set {InstallationSecrets.IdentitySetting} to the value that it has for `serve`.");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folderLock.Dispose();
    }

    private static InstallationFolder Open(string folder, TimeProvider time, StoreSettings settings, IdentityHasher hasher)
    {
        var shared = FolderLock.Share(folder);
        try
        {
            return new(SqliteStore.Open(folder, time, settings), shared, hasher);
        }
        catch
        {
            shared.Dispose();
            throw;
        }
    }
}
