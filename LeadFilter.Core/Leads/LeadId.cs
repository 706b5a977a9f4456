using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LeadFilter.Core.Leads;

/// <summary>
/// The id of a lead: a UUID of version 7 (RFC 9562, section 5.7), written as 32 lower-case hex digits, so that ids sort by time.
/// It is the idempotency key towards the CRM.
/// </summary>
public readonly record struct LeadId
{
    private readonly UInt128 bits;

    private LeadId(UInt128 bits) => this.bits = bits;

    /// <summary>When the id was made, to the millisecond.</summary>
    public DateTimeOffset MadeAt => DateTimeOffset.FromUnixTimeMilliseconds((long)(bits >> 80));

    /// <summary>Makes an id.</summary>
    /// <param name="at">The time; not before 1970.</param>
    /// <param name="randomness">At least 10 random bytes.</param>
    public static LeadId Create(DateTimeOffset at, ReadOnlySpan<byte> randomness)
    {
        var milliseconds = (UInt128)(ulong)at.ToUnixTimeMilliseconds();
        var low = BinaryPrimitives.ReadUInt64LittleEndian(randomness);
        var high = BinaryPrimitives.ReadUInt16LittleEndian(randomness[8..]);
        return new(
            (milliseconds << 80)
            | (UInt128)(0x7000u | (high & 0x0FFFu)) << 64
            | (0x8000_0000_0000_0000UL | (low & 0x3FFF_FFFF_FFFF_FFFFUL)));
    }

    /// <summary>Reads an id from its 32 hex digits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out LeadId id)
    {
        var read = text is { Length: 32 }
            & UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits);
        id = read ? new(bits) : default;
        return read;
    }

    /// <summary>The 32 lower-case hex digits.</summary>
    public override string ToString() => HexOf(bits);

    /// <summary>32 hex digits that sort the other way round: the newest id first.</summary>
    public string ToDescendingKey() => HexOf(~bits);

    /// <summary>The id of a descending key.</summary>
    /// <param name="key">What <see cref="ToDescendingKey"/> gave.</param>
    /// <param name="id">The id.</param>
    public static bool TryParseDescendingKey([NotNullWhen(true)] string? key, out LeadId id)
    {
        var read = TryParse(key, out var complement);
        id = read ? new(~complement.bits) : default;
        return read;
    }

    // UInt128's own format "x32" takes ten times as long.
    private static string HexOf(UInt128 bits) => string.Create(32, bits, static (hex, bits) =>
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, bits);
        Convert.TryToHexStringLower(bytes, hex, out _);
    });
}
