using System.Net;

namespace LeadFilter.Cli.Connections;

/// <summary>
/// The book of all open connections, which keeps their number within bounds. Where one too many comes, the one that has been
/// idle for longest goes: first of those on which no request has come yet. A connection whose request is being answered
/// stays. If all are at work, the new one is closed.
/// </summary>
/// <param name="options">The bounds.</param>
/// <param name="proxies">Proxies, whose connections are those of many clients: one may have as many as there may be.</param>
internal sealed class OpenConnections(ConnectionOptions options, TrustedProxies proxies)
{
    private readonly Lock changing = new();

    // Each in the order in which they became idle.
    private readonly LinkedList<OpenConnection> silent = [];
    private readonly LinkedList<OpenConnection> kept = [];

    // INVARIANT: only addresses with open connections, so no more than there are connections.
    private readonly Dictionary<IPAddress, int> perAddress = [];
    private int open;
    private int leaving;

    /// <summary>How many are open, and how many of those that had to go are still being closed.</summary>
    internal (int Open, int Leaving) Count
    {
        get
        {
            lock (changing)
            {
                return (open, leaving);
            }
        }
    }

    /// <summary>Takes a new connection in, or not.</summary>
    /// <param name="remote">The remote address.</param>
    /// <param name="evicted">The connection that has to go for it, to be aborted by the caller; null if none has.</param>
    /// <param name="bound">Which bound was met; null for none.</param>
    /// <returns>The connection; null if it must be closed at once.</returns>
    public OpenConnection? Admit(IPAddress remote, out OpenConnection? evicted, out ConnectionBound? bound)
    {
        ArgumentNullException.ThrowIfNull(remote);
        var address = remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote;
        evicted = null;
        bound = null;
        lock (changing)
        {
            var ofAddress = perAddress.GetValueOrDefault(address);
            if (ofAddress >= options.MaxPerAddress && !proxies.Have(address))
            {
                bound = ConnectionBound.Address;
            }
            else if (open >= options.Max)
            {
                bound = ConnectionBound.Total;
            }

            if (bound is not null)
            {
                // One that was aborted uses memory until the server has noticed, but its descriptor is free at once.
                evicted = leaving < options.Max ? OldestIdle(bound == ConnectionBound.Address ? address : null) : null;
                if (evicted is null)
                {
                    return null;
                }

                Evict(evicted);
            }

            var connection = new OpenConnection(this, address);
            connection.Idle = silent.AddLast(connection);
            open++;
            perAddress[address] = perAddress.GetValueOrDefault(address) + 1;
            return connection;
        }
    }

    /// <summary>A request on a connection is being answered.</summary>
    /// <param name="connection">The connection.</param>
    internal void Begin(OpenConnection connection)
    {
        lock (changing)
        {
            connection.Requests++;
            Forget(connection);
        }
    }

    /// <summary>A request on a connection is answered.</summary>
    /// <param name="connection">The connection.</param>
    internal void End(OpenConnection connection)
    {
        lock (changing)
        {
            if (--connection.Requests == 0 && !connection.IsEvicted && connection.Idle is null)
            {
                connection.Idle = kept.AddLast(connection);
            }
        }
    }

    /// <summary>A connection is closed.</summary>
    /// <param name="connection">The connection.</param>
    internal void Close(OpenConnection connection)
    {
        lock (changing)
        {
            if (connection.IsEvicted)
            {
                leaving--;
                return;
            }

            Forget(connection);
            Release(connection);
        }
    }

    private static void Forget(OpenConnection connection)
    {
        connection.Idle?.List?.Remove(connection.Idle);
        connection.Idle = null;
    }

    private OpenConnection? OldestIdle(IPAddress? address)
    {
        foreach (var connection in silent.Concat(kept))
        {
            if (address is null || connection.Address.Equals(address))
            {
                return connection;
            }
        }

        return null;
    }

    private void Evict(OpenConnection connection)
    {
        Forget(connection);
        Release(connection);
        connection.IsEvicted = true;
        leaving++;
    }

    private void Release(OpenConnection connection)
    {
        open--;
        var left = perAddress[connection.Address] - 1;
        if (left == 0)
        {
            perAddress.Remove(connection.Address);
        }
        else
        {
            perAddress[connection.Address] = left;
        }
    }
}
