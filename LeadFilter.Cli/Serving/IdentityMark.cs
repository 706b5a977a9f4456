using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Cli.Serving;

/// <summary>
/// A mark that the filter leaves in its tables, by which other commands see that they hash with the same secret. It does not tell
/// the secret.
/// </summary>
internal static class IdentityMark
{
    private const string Partition = "installation";
    private const string Key = "identity-secret";
    private const string Property = "Mark";

    /// <summary>Leaves the mark.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="hasher">Hashes with the secret.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async ValueTask LeaveAsync(ITables tables, IdentityHasher hasher, CancellationToken cancellation)
    {
        var table = tables[TableNames.Suppressions];
        if (await table.FindAsync(Partition, Key, cancellation) is not { } found)
        {
            await table.TryInsertAsync(new Row(Partition, Key).Set(Property, MarkOf(hasher)), cancellation);
        }
        else if (found.Text(Property) != MarkOf(hasher))
        {
            await table.TryReplaceAsync(found.Set(Property, MarkOf(hasher)), cancellation);
        }
    }

    /// <summary>Whether the filter ran with the same secret last, or never.</summary>
    /// <param name="tables">The tables.</param>
    /// <param name="hasher">Hashes with the secret.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async ValueTask<bool> FitsAsync(ITables tables, IdentityHasher hasher, CancellationToken cancellation) =>
        await tables[TableNames.Suppressions].FindAsync(Partition, Key, cancellation) is not { } found
            || found.Text(Property) == MarkOf(hasher);

    private static string MarkOf(IdentityHasher hasher) => hasher.Keyed("mark of the identity secret");
}
