using System.Net;

namespace LeadFilter.Cli.Connections;

/// <summary>
/// How many requests of one client's address are being answered, where its connections do not tell: a proxy's connections are
/// those of many clients, and one of HTTP/2 holds many requests.
/// </summary>
/// <param name="options">The bounds: an address may have as many requests as it may have connections.</param>
internal sealed class OpenRequests(ConnectionOptions options)
{
    private readonly Lock changing = new();

    // INVARIANT: only addresses with open requests, so no more than there are requests.
    private readonly Dictionary<IPAddress, int> perAddress = [];

    /// <summary>A request comes.</summary>
    /// <param name="address">The client's address.</param>
    /// <returns>Whether it may be answered; <see cref="End"/> is called then, and only then.</returns>
    public bool TryBegin(IPAddress address)
    {
        lock (changing)
        {
            var open = perAddress.GetValueOrDefault(address);
            if (open >= options.MaxPerAddress)
            {
                return false;
            }

            perAddress[address] = open + 1;
            return true;
        }
    }

    /// <summary>A request is answered.</summary>
    /// <param name="address">The client's address.</param>
    public void End(IPAddress address)
    {
        lock (changing)
        {
            var left = perAddress[address] - 1;
            if (left == 0)
            {
                perAddress.Remove(address);
            }
            else
            {
                perAddress[address] = left;
            }
        }
    }
}
