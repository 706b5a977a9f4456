namespace LeadFilter.Core.Fields.Web;

/// <summary>
/// What blocks of IP addresses are for. Facts: IANA's special-purpose address registries (RFC 6890) and multicast (RFC
/// 5771).
/// </summary>
internal static class AddressBlocks
{
    /// <summary>Private use, loopback, link-local and shared between a provider's customers (RFC 1918, 1122, 3927, 6598).</summary>
    /// <param name="address">The address.</param>
    public static bool IsPrivate(uint address) =>
        (address >> 24) is 10 or 127
        || address >> 20 == 0xAC1
        || (address >> 16) is 0xC0A8 or 0xA9FE
        || address >> 22 == 0x6440 >> 6;

    /// <summary>
    /// "This network", protocol assignments, documentation, 6to4 relays, benchmarks, multicast and the future (RFC 5737, 2544,
    /// 7526).
    /// </summary>
    /// <param name="address">The address.</param>
    public static bool IsReserved(uint address) =>
        address >> 24 is 0 or >= 224
        || (address >> 8) is 0xC00000 or 0xC00002 or 0xC05863 or 0xC63364 or 0xCB0071
        || address >> 17 == 0xC612 >> 1;

    /// <summary>Loopback, link-local and unique local addresses (RFC 4291, 4193).</summary>
    /// <param name="address">The address.</param>
    public static bool IsPrivate(UInt128 address) =>
        address == 1
        || address >> 118 == 0xFE80 >> 6
        || address >> 121 == 0xFC00 >> 9;

    /// <summary>
    /// Whatever else is outside of global unicast (2000::/3) but NAT64 (RFC 6052), and documentation and benchmarks within (RFC 3849, 9637,
    /// 5180).
    /// </summary>
    /// <param name="address">The address.</param>
    public static bool IsReserved(UInt128 address) =>
        address >> 125 == 1
            ? address >> 96 == 0x20010DB8 || address >> 108 == 0x3FFF0 || address >> 80 == 0x200100020000
            : !IsPrivate(address) && address >> 32 != (UInt128)0x0064FF9B << 64;
}
