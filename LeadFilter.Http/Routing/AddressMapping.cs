using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LeadFilter.Http.Routing;

/// <summary>Maps the filter's addresses on a host that has endpoint routing.</summary>
public static class AddressMapping
{
    /// <summary>Maps every address. They are mapped as plain delegates: what binds parameters by reflection starts slowly.</summary>
    /// <param name="routes">The host's routes.</param>
    public static void MapLeadFilter(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        foreach (var address in Addresses.All)
        {
            routes.Map(address);
        }
    }

    /// <summary>Maps an address that only this host has.</summary>
    /// <param name="routes">The host's routes.</param>
    /// <param name="address">The address.</param>
    public static void Map(this IEndpointRouteBuilder routes, Address address)
    {
        ArgumentNullException.ThrowIfNull(routes);
        ArgumentNullException.ThrowIfNull(address);
        var handler = address.HandlerOn(routes.ServiceProvider);
        routes.MapMethods(address.Pattern, address.Methods, async context => await (await AnswerAsync(context)).ExecuteAsync(context))
            .WithName(address.Name);

        Task<IResult> AnswerAsync(HttpContext context) => handler(
            context.Request,
            [.. address.Parameters.Select(parameter => (string)context.Request.RouteValues[parameter]!)],
            context.RequestAborted);
    }
}
