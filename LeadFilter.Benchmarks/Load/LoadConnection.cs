using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Unicode;
using LeadFilter.Benchmarks.Leads;

namespace LeadFilter.Benchmarks.Load;

/// <summary>
/// One connection to a server, with at most one lead on its way. A request is written into the same bytes again and again, and
/// a call of the system sends it: the less this program does, the more the server can.
/// </summary>
/// <param name="server">The server's address, on this machine.</param>
/// <param name="leads">Makes the leads.</param>
/// <param name="checksOutcome">Whether the answer must be the one that the lead is made for.</param>
internal sealed class LoadConnection(Uri server, LeadSource leads, bool checksOutcome) : IDisposable
{
    private const int RequestSize = LeadSource.MaxSize + 512;
    private const int ResponseSize = 16_384;

    private readonly byte[] head = Encoding.ASCII.GetBytes(
        $"POST {LeadSource.Path} HTTP/1.1\r\nHost: {server.Authority}\r\nContent-Type: application/json\r\nX-Api-Key: {LeadSource.Key}\r\n"
            + "Content-Length: ");
    private readonly byte[] request = new byte[RequestSize];
    private readonly byte[] lead = new byte[LeadSource.MaxSize];
    private readonly byte[] response = new byte[ResponseSize];
    private int received;
    private bool isBought;

    /// <summary>The socket; null while there is no connection.</summary>
    public Socket? Socket { get; private set; }

    /// <summary>The timestamp from which the time of the lead on its way counts.</summary>
    public long Since { get; private set; }

    /// <summary>Gives up a connection that the server has closed while it was not used.</summary>
    public void Refresh()
    {
        if (Socket?.Poll(0, SelectMode.SelectRead) == true)
        {
            Close();
        }
    }

    /// <summary>Sends the next lead.</summary>
    /// <param name="since">The timestamp from which its time counts.</param>
    /// <returns>Whether it is on its way.</returns>
    public bool TrySend(long since)
    {
        (Since, received) = (since, 0);
        head.CopyTo(request, 0);
        var body = lead.AsSpan(0, leads.WriteNext(lead, out isBought));
        Utf8.TryWrite(request.AsSpan(head.Length), $"{body.Length}\r\n\r\n", out var written);
        body.CopyTo(request.AsSpan(head.Length + written));
        var size = head.Length + written + body.Length;
        try
        {
            Connect();
            return Socket!.Send(request, 0, size, SocketFlags.None) == size;
        }
        catch (SocketException)
        {
            Close();
            return false;
        }
    }

    /// <summary>Takes what has come; waits if nothing has.</summary>
    /// <returns>The answer; null while it has not come in full.</returns>
    public LoadAnswer? Receive()
    {
        try
        {
            var count = Socket!.Receive(response, received, ResponseSize - received, SocketFlags.None);
            received += count;
            if (count == 0)
            {
                Close();
                return LoadAnswer.Failed;
            }
        }
        catch (SocketException)
        {
            Close();
            return LoadAnswer.Failed;
        }

        var come = response.AsSpan(0, received);
        if (!LoadResponse.IsWhole(come))
        {
            return null;
        }

        return LoadResponse.Read(come, checksOutcome ? isBought : null);
    }

    /// <summary>Gives up what is on its way.</summary>
    public void Close()
    {
        Socket?.Dispose();
        Socket = null;
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    private void Connect()
    {
        if (Socket is null)
        {
            Socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            Socket.Connect(IPAddress.Parse(server.Host), server.Port);
        }
    }
}
