using LeadFilter.Cli.Serving;
using LeadFilter.Cli.Sqlite;
using LeadFilter.Cli.Sqlite.Folders;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Cli.Importing;

/// <summary>The data folder of a filter, opened for an import: also while the filter runs. Both hash with the same secret.</summary>
internal sealed class InstallationFolder : IAsyncDisposable
{
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromSeconds(30);

    private readonly SqliteStore store;

    private InstallationFolder(SqliteStore store, IdentityHasher hasher)
    {
        this.store = store;
        Hasher = hasher;
    }

    /// <summary>The tables.</summary>
    public ITables Tables => store.Tables;

    /// <summary>Hashes with the installation's secret.</summary>
    public IdentityHasher Hasher { get; }

    /// <summary>Opens a folder that a filter has used before.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="time">The clock.</param>
    /// <param name="setting">Looks up a setting.</param>
    /// <exception cref="DataFolderException">It holds no data, or not this secret; the message tells an operator what to do.</exception>
    public static InstallationFolder Open(string folder, TimeProvider time, Func<string, string?> setting)
    {
        DataFolder.Prepare(folder, new() { CreateIfMissing = false });
        var hasher = new IdentityHasher(InstallationSecrets.FindIdentity(folder, setting));
        return new(SqliteStore.Open(folder, time, new() { CreateIfMissing = false, BusyTimeout = BusyTimeout }), hasher);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => store.DisposeAsync();
}
