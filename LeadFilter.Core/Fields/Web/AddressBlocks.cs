namespace LeadFilter.Core.Fields.Web;

/// <summary>
/// What blocks of IP addresses are for. Facts: IANA's registries of special-purpose addresses of version 4 and 6 (RFC 6890, RFC 8190), all
/// their entries as of 2025, and of multicast (RFC 5771, RFC 4291). Not by IPNetwork: asking 28 networks takes ten times as long.
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
    /// "This network", protocol assignments, documentation, AS112 and AMT services, 6to4 relays, benchmarks, multicast and the future (RFC
    /// 5737, 7534, 7535, 7450, 7526, 2544).
    /// </summary>
    /// <param name="address">The address.</param>
    public static bool IsReserved(uint address) =>
        address >> 24 is 0 or >= 224
        || (address >> 8) is 0xC00000 or 0xC00002 or 0xC01FC4 or 0xC034C1 or 0xC05863 or 0xC0AF30 or 0xC63364 or 0xCB0071
        || address >> 17 == 0xC612 >> 1;

    /// <summary>Loopback, link-local and unique local addresses, and local translation to version 4 (RFC 4291, 4193, 8215).</summary>
    /// <param name="address">The address.</param>
    public static bool IsPrivate(UInt128 address) =>
        address == 1
        || address >> 118 == 0xFE80 >> 6
        || address >> 121 == 0xFC00 >> 9
        || address >> 80 == 0x64FF9B0001;

    /// <summary>
    /// Whatever else is outside of global unicast (2000::/3) but NAT64 (RFC 6052): discard-only, segment routing, site-local,
    /// multicast, the unassigned. Within: protocol assignments (2001::/23: benchmarks, AMT, ORCHID, drones' tags) but Teredo,
    /// documentation, and AS112 services (RFC 2928, 4380, 3849, 9637, 7534).
    /// </summary>
    /// <param name="address">The address.</param>
    public static bool IsReserved(UInt128 address) =>
        address >> 125 == 1
            ? (address >> 105 == 0x20010000 >> 9 && address >> 96 != 0x20010000)
                || address >> 96 == 0x20010DB8
                || address >> 108 == 0x3FFF0
                || address >> 80 == 0x2620004F8000
            : !IsPrivate(address) && address >> 32 != (UInt128)0x0064FF9B << 64;
}
