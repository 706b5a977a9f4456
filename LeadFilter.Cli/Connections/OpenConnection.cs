using System.Net;

namespace LeadFilter.Cli.Connections;

/// <summary>
/// A connection that is open. It is idle unless a request whose headers have arrived is being answered: a connection on which
/// nothing comes, or headers drip, is idle too.
/// </summary>
/// <param name="book">The book that it is in.</param>
/// <param name="address">The remote address.</param>
internal sealed class OpenConnection(OpenConnections book, IPAddress address)
{
    /// <summary>The remote address.</summary>
    public IPAddress Address => address;

    /// <summary>Breaks the connection. Set as soon as there is one to break.</summary>
    public Action Abort { get; set; } = static () => { };

    /// <summary>Its place among the idle ones. The book alone changes it, under its lock.</summary>
    internal LinkedListNode<OpenConnection>? Idle { get; set; }

    /// <summary>How many requests on it are being answered: several on one of HTTP/2. The book alone changes it, under its lock.</summary>
    internal int Requests { get; set; }

    /// <summary>Whether it had to go for another one. The book alone changes it, under its lock.</summary>
    internal bool IsEvicted { get; set; }

    /// <summary>A request on it is being answered.</summary>
    public void Begin() => book.Begin(this);

    /// <summary>The request is answered.</summary>
    public void End() => book.End(this);

    /// <summary>It is closed.</summary>
    public void Close() => book.Close(this);
}
