using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace LeadFilter.Core.Leads;

/// <summary>
/// The id of a lead: a UUID of version 7 (RFC 9562, section 5.7), written as 32 lower-case hex digits, so that ids sort by time.
/// It is the idempotency key towards the CRM.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LeadId
{
    private const int Digits = 32;

    // Not one UInt128: the framework's ahead-of-time compiler leaves out all methods that pass one, and they start slowly.
    private readonly ulong high;
    private readonly ulong low;

    private LeadId(ulong high, ulong low) => (this.high, this.low) = (high, low);

    /// <summary>When the id was made, to the millisecond.</summary>
    public DateTimeOffset MadeAt => DateTimeOffset.FromUnixTimeMilliseconds((long)(high >> 16));

    /// <summary>Makes an id.</summary>
    /// <param name="at">The time; not before 1970.</param>
    /// <param name="randomness">At least 10 random bytes.</param>
    public static LeadId Create(DateTimeOffset at, ReadOnlySpan<byte> randomness)
    {
        var milliseconds = (ulong)at.ToUnixTimeMilliseconds();
        var more = BinaryPrimitives.ReadUInt64LittleEndian(randomness);
        var some = BinaryPrimitives.ReadUInt16LittleEndian(randomness[8..]);
        return new((milliseconds << 16) | 0x7000u | (some & 0x0FFFu), 0x8000_0000_0000_0000UL | (more & 0x3FFF_FFFF_FFFF_FFFFUL));
    }

    /// <summary>Reads an id from its 32 hex digits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out LeadId id)
    {
        if (text is { Length: Digits }
            && ulong.TryParse(text.AsSpan(0, Digits / 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var first)
            && ulong.TryParse(text.AsSpan(Digits / 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var second))
        {
            id = new(first, second);
            return true;
        }

        id = default;
        return false;
    }

    /// <summary>The 32 lower-case hex digits.</summary>
    public override string ToString() => HexOf(high, low);

    /// <summary>32 hex digits that sort the other way round: the newest id first.</summary>
    public string ToDescendingKey() => HexOf(~high, ~low);

    /// <summary>The id of a descending key.</summary>
    /// <param name="key">What <see cref="ToDescendingKey"/> gave.</param>
    /// <param name="id">The id.</param>
    public static bool TryParseDescendingKey([NotNullWhen(true)] string? key, out LeadId id)
    {
        var read = TryParse(key, out var complement);
        id = read ? new(~complement.high, ~complement.low) : default;
        return read;
    }

    private static string HexOf(ulong first, ulong second) => string.Create(Digits, (first, second), static (hex, halves) =>
    {
        Span<byte> bytes = stackalloc byte[Digits / 2];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, halves.first);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[sizeof(ulong)..], halves.second);
        Convert.TryToHexStringLower(bytes, hex, out _);
    });
}
