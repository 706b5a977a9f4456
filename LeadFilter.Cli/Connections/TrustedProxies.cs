using System.Net;
using LeadFilter.Pipeline.Settings;

namespace LeadFilter.Cli.Connections;

/// <summary>The reverse proxies whose word counts about who the client is and how it came.</summary>
internal sealed class TrustedProxies
{
    /// <summary>The setting that names them, such as <c>127.0.0.1, 10.1.0.0/16</c>.</summary>
    public const string SettingName = "LEADFILTER_PROXIES";

    /// <summary>Nobody's word counts.</summary>
    public static readonly TrustedProxies None = new([]);

    private TrustedProxies(IReadOnlyList<IPNetwork> networks) => Networks = networks;

    /// <summary>The networks that they are in.</summary>
    public IReadOnlyList<IPNetwork> Networks { get; }

    /// <summary>Reads the setting.</summary>
    /// <param name="reader">Reads settings.</param>
    public static TrustedProxies Read(SettingReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var networks = new List<IPNetwork>();
        foreach (var text in (reader.Find(SettingName) ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPNetwork.TryParse(text, out var network))
            {
                networks.Add(network);
            }
            else if (IPAddress.TryParse(text, out var address))
            {
                networks.Add(new(address, address.GetAddressBytes().Length * 8));
            }
            else
            {
                reader.Problems.Add(
                    $"The setting '{SettingName}' must be a list of addresses and networks, such as 127.0.0.1, ::1, 10.1.0.0/16.");
                return None;
            }
        }

        return networks.Count is 0 ? None : new(networks);
    }

    /// <summary>Whether an address is that of a proxy.</summary>
    /// <param name="address">The address, one of version 4 not within version 6.</param>
    public bool Have(IPAddress address) => Networks.Count > 0 && Networks.Any(network => network.Contains(address));
}
