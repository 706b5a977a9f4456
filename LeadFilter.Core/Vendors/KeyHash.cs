using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace LeadFilter.Core.Vendors;

/// <summary>The SHA-256 of an API key: the only form in which keys are kept.</summary>
public sealed class KeyHash
{
    private readonly byte[] hash;

    private KeyHash(byte[] hash) => this.hash = hash;

    /// <summary>Eight bytes of the hash, to find candidates by. They tell nothing of the key.</summary>
    internal long Bucket => BinaryPrimitives.ReadInt64LittleEndian(hash);

    /// <summary>Hashes a key.</summary>
    /// <param name="key">The key, as the vendor sends it.</param>
    public static KeyHash Of(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Reads a hash from 64 hex digits.</summary>
    /// <param name="text">The digits, in either case.</param>
    /// <param name="hash">The hash.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out KeyHash? hash)
    {
        var bytes = new byte[SHA256.HashSizeInBytes];
        hash = Convert.FromHexString(text, bytes, out var consumed, out var written) == System.Buffers.OperationStatus.Done
            && consumed == text.Length && written == bytes.Length ? new(bytes) : null;
        return hash is not null;
    }

    /// <summary>Compares in a time that does not depend on where two hashes differ.</summary>
    /// <param name="other">The other hash.</param>
    public bool Matches(KeyHash other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return CryptographicOperations.FixedTimeEquals(hash, other.hash);
    }

    /// <summary>The 64 lower-case hex digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(hash);
}
