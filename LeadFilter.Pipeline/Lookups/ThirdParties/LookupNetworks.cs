using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Web;
using Microsoft.Extensions.Configuration;

namespace LeadFilter.Pipeline.Lookups.ThirdParties;

/// <summary>Which addresses may be called: those of the public internet, and networks that the installation names.</summary>
public sealed class LookupNetworks
{
    /// <summary>
    /// The setting with the networks beside the public internet, such as <c>127.0.0.0/8, 10.1.0.0/16</c>; none without it.
    /// </summary>
    public const string SettingName = "LEADFILTER_LOOKUP_NETWORKS";

    /// <summary>
    /// Addresses that carry one of version 4 within, behind which anything may stand: NAT64 (RFC 6052, 8215), Teredo (RFC 4380), 6to4
    /// (RFC 3056); and Azure's own services for its machines (168.63.129.16), which look public and are not.
    /// </summary>
    private static readonly IPNetwork[] Refused =
    [
        IPNetwork.Parse("64:ff9b::/96"), IPNetwork.Parse("64:ff9b:1::/48"), IPNetwork.Parse("2001::/32"), IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("168.63.129.16/32"),
    ];

    private static readonly FieldPart Private = IpType.Instance.Parts.First(static part => part.Name == "private");
    private static readonly FieldPart Reserved = IpType.Instance.Parts.First(static part => part.Name == "reserved");

    private readonly IPNetwork[] named;

    private LookupNetworks(IPNetwork[] named) => this.named = named;

    /// <summary>The setting's remedy, for messages.</summary>
    public static string Problem =>
        $"The setting '{SettingName}' must be a list of networks, such as 127.0.0.0/8, 10.1.0.0/16.";

    /// <summary>Reads the setting.</summary>
    /// <param name="setting">Its text; null if it is not set.</param>
    /// <param name="networks">The networks.</param>
    public static bool TryParse(string? setting, [NotNullWhen(true)] out LookupNetworks? networks)
    {
        var read = new List<IPNetwork>();
        networks = null;
        foreach (var text in (setting ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IPNetwork.TryParse(text, out var network))
            {
                return false;
            }

            read.Add(network);
        }

        networks = new([.. read]);
        return true;
    }

    /// <summary>The networks of an installation.</summary>
    /// <param name="settings">Its settings.</param>
    /// <exception cref="InvalidOperationException">The setting cannot be read; hosts say so at their start.</exception>
    internal static LookupNetworks Of(IConfiguration settings) =>
        TryParse(settings[SettingName], out var networks) ? networks : throw new InvalidOperationException(Problem);

    /// <summary>Whether an address may be called.</summary>
    /// <param name="address">The address.</param>
    /// <param name="onlyLoopback">Whether only this machine itself may be.</param>
    internal bool Allow(IPAddress address, bool onlyLoopback)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
            : address.AddressFamily == AddressFamily.InterNetworkV6 ? new(address.GetAddressBytes())
            : address;
        return (!onlyLoopback || IPAddress.IsLoopback(plain))
            && (Array.Exists(named, network => network.Contains(plain)) || IsPublic(plain));
    }

    private static bool IsPublic(IPAddress address)
    {
        var value = IpType.Instance.Standardize(address.ToString());
        return value.IsValid
            && Private.Read(in value, default).Number == 0
            && Reserved.Read(in value, default).Number == 0
            && !Array.Exists(Refused, network => network.Contains(address));
    }
}
