using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Web;

namespace LeadFilter.Core.Permissions;

/// <summary>
/// Which addresses may be called for a campaign, by look-ups and by deliveries: those of the public internet, and the networks and hosts
/// that the operator names.
/// </summary>
public sealed class Destinations
{
    /// <summary>The setting with networks and hosts beside the public internet, such as <c>10.1.0.0/16, crm.corp.example</c>.</summary>
    public const string SettingName = "LEADFILTER_MAY_CALL";

    /// <summary>The setting's name when it was one of look-ups alone. It still counts.</summary>
    public const string OldSettingName = "LEADFILTER_LOOKUP_NETWORKS";

    /// <summary>Only the public internet.</summary>
    public static readonly Destinations Default = new([], []);

    /// <summary>
    /// Addresses that carry one of version 4 within, behind which anything may stand: NAT64 (RFC 6052, 8215), Teredo (RFC 4380), 6to4
    /// (RFC 3056); and Azure's own services for its machines (168.63.129.16), which look public and are not.
    /// </summary>
    private static readonly IPNetwork[] NotPublic =
    [
        IPNetwork.Parse("64:ff9b::/96"), IPNetwork.Parse("64:ff9b:1::/48"), IPNetwork.Parse("2001::/32"), IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("168.63.129.16/32"),
    ];

    /// <summary>
    /// What a named host must not stand for either: services of the cloud for its machines, which give out the keys of their identities
    /// (RFC 3927's 169.254/16, RFC 4291's fe80::/10, AWS's fd00:ec2::254, Azure's 168.63.129.16), and "this host" (RFC 1122).
    /// </summary>
    private static readonly IPNetwork[] OfTheMachine =
    [
        IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("fd00:ec2::254/128"),
        IPNetwork.Parse("168.63.129.16/32"), IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("::/128"),
    ];

    /// <summary>Endings of names that no one on the internet has (RFC 6761, 6762, 8375; ICANN's .internal) or that are used so.</summary>
    private static readonly string[] InnerEndings = [".localhost", ".local", ".internal", ".home.arpa", ".lan", ".intranet", ".corp"];

    private static readonly FieldPart Private = IpType.Instance.Parts.First(static part => part.Name == "private");
    private static readonly FieldPart Reserved = IpType.Instance.Parts.First(static part => part.Name == "reserved");

    private readonly IReadOnlyList<IPNetwork> networks;
    private readonly IReadOnlyList<string> hosts;

    private Destinations(IReadOnlyList<IPNetwork> networks, IReadOnlyList<string> hosts) =>
        (this.networks, this.hosts) = (networks, hosts);

    /// <summary>What to say of a setting that cannot be read.</summary>
    /// <param name="setting">Its name.</param>
    public static string Problem(string setting) =>
        $"The setting '{setting}' must be a list of networks and hosts, such as 127.0.0.0/8, 10.1.0.0/16, crm.corp.example.";

    /// <summary>Reads a setting.</summary>
    /// <param name="setting">Its text; null if it is not set.</param>
    /// <param name="destinations">The networks and hosts.</param>
    public static bool TryParse(string? setting, [NotNullWhen(true)] out Destinations? destinations)
    {
        var (foundNetworks, foundHosts) = (new List<IPNetwork>(), new List<string>());
        destinations = null;
        foreach (var text in (setting ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPNetwork.TryParse(text, out var network))
            {
                foundNetworks.Add(network);
            }
            else if (Uri.CheckHostName(text) is UriHostNameType.IPv4 or UriHostNameType.IPv6)
            {
                var address = IPAddress.Parse(text);
                foundNetworks.Add(new(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128));
            }
            else if (Uri.CheckHostName(text) == UriHostNameType.Dns)
            {
                foundHosts.Add(text);
            }
            else
            {
                return false;
            }
        }

        destinations = new(foundNetworks, foundHosts);
        return true;
    }

    /// <summary>What either of two settings allows.</summary>
    /// <param name="other">The other one.</param>
    public Destinations And(Destinations other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new([.. networks, .. other.networks], [.. hosts, .. other.hosts]);
    }

    /// <summary>Whether an address may be called.</summary>
    /// <param name="host">The host as the campaign writes it, for which the address was found.</param>
    /// <param name="address">The address.</param>
    /// <param name="onlyLoopback">Whether only this machine itself may be, because what is sent can be read on the way.</param>
    public bool Allow(string host, IPAddress address, bool onlyLoopback)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4()
            : address.AddressFamily == AddressFamily.InterNetworkV6 ? new(address.GetAddressBytes())
            : address;
        return (!onlyLoopback || IPAddress.IsLoopback(plain))
            && (networks.Any(network => network.Contains(plain))
                || IsPublic(plain)
                || (IsNamed(host) && !Array.Exists(OfTheMachine, network => network.Contains(plain))));
    }

    /// <summary>Whether a host stands inside, as far as its name tells, and nothing that the operator names can be meant by it.</summary>
    /// <param name="host">The host, an address in brackets or without.</param>
    public bool SurelyRefuse(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        var name = host.Trim('[', ']');
        if (IPAddress.TryParse(name, out var address))
        {
            return !Allow(name, address, onlyLoopback: false);
        }

        return networks.Count == 0
            && !IsNamed(name)
            && (!name.Contains('.', StringComparison.Ordinal)
                || InnerEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsPublic(IPAddress address)
    {
        var value = IpType.Instance.Standardize(address.ToString());
        return value.IsValid
            && Private.Read(in value, default).Number == 0
            && Reserved.Read(in value, default).Number == 0
            && !Array.Exists(NotPublic, network => network.Contains(address));
    }

    private bool IsNamed(string host) =>
        hosts.Any(named => named.AsSpan().TrimEnd('.').Equals(host.AsSpan().TrimEnd('.'), StringComparison.OrdinalIgnoreCase));
}
