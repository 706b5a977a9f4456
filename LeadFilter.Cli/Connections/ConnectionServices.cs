using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFilter.Cli.Connections;

/// <summary>Adds the bounds of connections to a host on Kestrel.</summary>
internal static class ConnectionServices
{
    /// <summary>Has Kestrel keep connections within bounds. To be called after Kestrel was added, since its last listener counts.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="options">The bounds.</param>
    public static IServiceCollection AddConnectionBounds(this IServiceCollection services, ConnectionOptions options) => services
        .AddSingleton(options)
        .AddSingleton<OpenConnections>()
        .AddSingleton<ClosedConnections>()
        .AddSingleton<IConnectionListenerFactory, BoundedListenerFactory>();

    /// <summary>Notes which connections are at work, so that none of them is closed for another. It must stand before all else.</summary>
    /// <param name="app">The application.</param>
    public static void UseConnectionBounds(this IApplicationBuilder app) => app.Use(next => async context =>
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
}
