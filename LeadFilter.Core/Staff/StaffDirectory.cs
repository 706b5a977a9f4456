using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Core.Staff;

/// <summary>The keys of the buyer's staff.</summary>
/// <param name="keys">The keys; their names and hashes differ.</param>
public sealed class StaffDirectory(IReadOnlyCollection<StaffKey> keys)
{
    /// <summary>No keys.</summary>
    public static readonly StaffDirectory Empty = new([]);

    /// <summary>All keys.</summary>
    public IReadOnlyCollection<StaffKey> All => keys;

    /// <summary>Finds a key as it was sent. Every hash is compared, each in constant time.</summary>
    /// <param name="sent">The key as sent.</param>
    /// <param name="key">Which one it is.</param>
    public bool TryFind(string sent, [NotNullWhen(true)] out StaffKey? key)
    {
        ArgumentNullException.ThrowIfNull(sent);
        key = sent.Length < StaffKey.MinLength ? null : Find(KeyHash.Of(sent));
        return key is not null;
    }

    /// <summary>Whose hash it is; null if nobody's.</summary>
    /// <param name="hash">The hash.</param>
    public StaffKey? Find(KeyHash hash)
    {
        StaffKey? found = null;
        foreach (var key in keys)
        {
            foreach (var own in key.Hashes)
            {
                found = own.Matches(hash) ? key : found;
            }
        }

        return found;
    }
}
