using System.Net;
using LeadFilter.Http.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFilter.Cli.Connections;

/// <summary>Adds the bounds of connections to a host on Kestrel.</summary>
internal static class ConnectionServices
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>Has Kestrel keep connections within bounds. To be called after Kestrel was added, since its last listener counts.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="options">The bounds.</param>
    /// <param name="proxies">The proxies in front of the filter.</param>
    public static IServiceCollection AddConnectionBounds(
        this IServiceCollection services, ConnectionOptions options, TrustedProxies proxies) => services
        .AddSingleton(options)
        .AddSingleton(proxies)
        .AddSingleton<OpenConnections>()
        .AddSingleton<OpenRequests>()
        .AddSingleton<ClosedConnections>()
        .AddSingleton<IConnectionListenerFactory, BoundedListenerFactory>();

    /// <summary>
    /// Notes which connections are at work, so that none of them is closed for another; takes the client's address from a proxy's
    /// word; and bounds the requests of one address where its connections are not bounded. It must stand before all else.
    /// </summary>
    /// <param name="app">The application.</param>
    public static void UseConnectionBounds(this IApplicationBuilder app)
    {
        app.Use(next => async context =>
        {
            var connection = context.Features.Get<OpenConnection>();
            connection?.Begin();
            try
            {
                await next(context);
            }
            finally
            {
                connection?.End();
            }
        });
        UseProxies(app, app.ApplicationServices.GetRequiredService<TrustedProxies>());
        var requests = app.ApplicationServices.GetRequiredService<OpenRequests>();
        app.Use(next => context => IsBoundByConnections(context) ? next(context) : AnswerAsync(context, next, requests));
    }

    /// <summary>The proxies' word on the client's address, scheme and host, through as many named proxies as there are in a row.</summary>
    private static void UseProxies(IApplicationBuilder app, TrustedProxies proxies)
    {
        if (proxies.Networks.Count is 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in proxies.Networks)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }

    private static bool IsBoundByConnections(HttpContext context) =>
        !HttpProtocol.IsHttp2(context.Request.Protocol)
        && (context.Features.Get<OpenConnection>() is not { } connection || connection.Address.Equals(ClientOf(context)));

    private static async Task AnswerAsync(HttpContext context, RequestDelegate next, OpenRequests requests)
    {
        var client = ClientOf(context);
        if (!requests.TryBegin(client))
        {
            await Problem.TooManyAtOnce(RetryAfter).ExecuteAsync(context);
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            requests.End(client);
        }
    }

    private static IPAddress ClientOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => IPAddress.None,
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4(),
        var address => address,
    };
}
