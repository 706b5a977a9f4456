using LeadFilter.Cli.Importing;
using LeadFilter.Cli.Invocation;
using LeadFilter.Http.Endpoints.Documents;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Erasure;

namespace LeadFilter.Cli.Commands.Erase;

/// <summary>Erases in a data folder, also while a filter runs on it.</summary>
internal sealed class StoredErasure : IErasureTarget
{
    private readonly InstallationFolder folder;
    private readonly ErasePerson erase;

    /// <summary>Uses a folder, which is closed with this.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="campaigns">The campaigns, by which people are recognized.</param>
    /// <param name="time">The clock.</param>
    public StoredErasure(InstallationFolder folder, ICampaigns campaigns, TimeProvider time)
    {
        this.folder = folder;
        erase = new(
            folder.Tables,
            folder.Queues,
            campaigns,
            new(folder.Tables, folder.Changes, campaigns),
            new(folder.Hasher),
            new(folder.Tables, time),
            new(folder.Tables, new(folder.Hasher), new(folder.Tables, time), time),
            new(folder.Hasher),
            time);
    }

    /// <inheritdoc/>
    public async Task<ErasureDocument> EraseAsync(IReadOnlyList<string> values, bool dryRun, CancellationToken cancellation) =>
        Person.TryRead(values, out var person, out var why)
            ? ErasureDocument.Of(await erase.RunAsync(person, dryRun, cancellation))
            : throw new RefusedException(why);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => folder.DisposeAsync();
}
