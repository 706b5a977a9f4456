using System.Net;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Cli.DemoCrm;

/// <summary>
/// Keeps strangers out of the demo CRM, which asks for no key. It is there only while it is wanted, and it answers only programs
/// and pages of this machine: the Host header must say so too, or a page of a stranger whose name leads to this machine (DNS
/// rebinding) could read all leads in somebody's browser.
/// </summary>
/// <param name="isWanted">Whether a campaign delivers to it, and the filter listens on this machine's own addresses only.</param>
internal sealed class DemoCrmDoor(Func<bool> isWanted)
{
    // A proxy on this machine speaks for clients elsewhere.
    private static readonly string[] SignsOfProxies =
    [
        "Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-For", "X-Original-Host", "X-Real-IP",
    ];

    /// <summary>Whether there is a demo CRM.</summary>
    public bool IsThere => isWanted();

    /// <summary>Whether a campaign's address is that of the demo CRM.</summary>
    /// <param name="url">The address, as in the campaign.</param>
    public static bool LeadsHere(string url) =>
        Uri.TryCreate(new Uri("http://localhost"), url, out var address)
        && address.IsLoopback
        && address.AbsolutePath == DemoCrmEndpoints.Path;

    /// <summary>Whether a request comes from a program or a page of this machine.</summary>
    /// <param name="request">The request.</param>
    public static bool Admits(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return IsLoopback(request.Host.Host)
            && request.HttpContext.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
            && !SignsOfProxies.Any(request.Headers.ContainsKey)
            && request.Headers["Sec-Fetch-Site"].ToString() is "" or "none" or "same-origin"
            && (request.Headers.Origin.Count == 0 || request.Headers.Origin == $"{request.Scheme}://{request.Host}");
    }

    /// <summary>Whether a host is this machine, by an address that no name server can change.</summary>
    /// <param name="host">The host without its port.</param>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
