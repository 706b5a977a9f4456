using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace LeadFilter.Cli.Listening;

/// <summary>Has Kestrel listen on the addresses of a plan.</summary>
internal static class KestrelListening
{
    /// <summary>
    /// What a client may send on an HTTP/2 connection before somebody reads it: as much as two leads. Kestrel's own megabyte for
    /// each connection is more than thousands of them should be able to take.
    /// </summary>
    private const int Window = 128 * 1024;

    /// <summary>Sets it up.</summary>
    /// <param name="host">The host.</param>
    /// <param name="plan">The plan.</param>
    public static void ListenOn(this IWebHostBuilder host, ListenPlan plan)
    {
        if (plan.Certificate is not null)
        {
            host.UseKestrelHttpsConfiguration();
        }

        host.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.Http2.InitialStreamWindowSize = Window;
            kestrel.Limits.Http2.InitialConnectionWindowSize = Window;
            foreach (var address in plan.Addresses)
            {
                kestrel.Listen(address.Host, address.Port, listen => Configure(listen, address, plan.Certificate));
            }
        });
    }

    /// <summary>HTTP/2 goes with TLS, in which the client chooses it. Without TLS both cannot share a port.</summary>
    private static void Configure(ListenOptions listen, ListenAddress address, ServerCertificate? certificate)
    {
        if (!address.IsHttps)
        {
            listen.Protocols = HttpProtocols.Http1;
            return;
        }

        listen.Protocols = HttpProtocols.Http1AndHttp2;
        listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(certificate!.Options) });
    }
}
