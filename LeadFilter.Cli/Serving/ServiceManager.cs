using System.Net.Sockets;
using System.Text;

namespace LeadFilter.Cli.Serving;

/// <summary>Tells systemd how the service is, if it wants to know (sd_notify(3), Type=notify).</summary>
/// <param name="setting">Looks up a setting.</param>
internal sealed class ServiceManager(Func<string, string?> setting)
{
    /// <summary>The setting in which systemd says where to tell it.</summary>
    public const string SettingName = "NOTIFY_SOCKET";

    /// <summary>The filter answers.</summary>
    public void Ready() => Tell("READY=1");

    /// <summary>The filter finishes what it has in hand.</summary>
    public void Stopping() => Tell("STOPPING=1");

    private void Tell(string state)
    {
        if (setting(SettingName) is not ['/' or '@', _, ..] path)
        {
            return;
        }

        try
        {
            // An address that begins with @ is in Linux' abstract namespace, whose names begin with NUL.
            using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
            socket.SendTo(Encoding.UTF8.GetBytes(state), new UnixDomainSocketEndPoint(path[0] == '@' ? '\0' + path[1..] : path));
        }
        catch (SocketException)
        {
            // Whoever asked is gone. It is no reason not to serve.
        }
    }
}
