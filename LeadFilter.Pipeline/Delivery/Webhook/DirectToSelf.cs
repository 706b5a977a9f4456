using System.Net;

namespace LeadFilter.Pipeline.Delivery.Webhook;

/// <summary>The machine's proxy settings, except that calls to this machine itself never take a way round.</summary>
internal sealed class DirectToSelf : IWebProxy
{
    public ICredentials? Credentials
    {
        get => HttpClient.DefaultProxy.Credentials;
        set => throw new NotSupportedException("The credentials are the machine's.");
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : HttpClient.DefaultProxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || HttpClient.DefaultProxy.IsBypassed(host);
}
