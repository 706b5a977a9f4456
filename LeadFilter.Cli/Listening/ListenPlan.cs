using System.Net;

namespace LeadFilter.Cli.Listening;

/// <summary>Where the filter listens, and what it shows for a certificate there.</summary>
/// <param name="Addresses">The addresses, at least one.</param>
/// <param name="Certificate">The certificate; null if no address speaks TLS.</param>
internal sealed record ListenPlan(IReadOnlyList<ListenAddress> Addresses, ServerCertificate? Certificate)
{
    /// <summary>The port of a filter that is told nothing.</summary>
    public const int DefaultPort = 7071;

    /// <summary>This machine only, on the default port.</summary>
    public static ListenPlan Default { get; } = new([new(false, IPAddress.Loopback, DefaultPort)], null);
}
