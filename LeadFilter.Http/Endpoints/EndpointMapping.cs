using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFilter.Http.Endpoints;

/// <summary>Maps the filter's addresses on a host that has endpoint routing.</summary>
public static class EndpointMapping
{
    /// <summary>Maps every address. They are mapped as plain delegates: what binds parameters by reflection starts slowly.</summary>
    /// <param name="routes">The host's routes.</param>
    public static void MapLeadFilter(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var services = routes.ServiceProvider;
        var submit = services.GetRequiredService<SubmitLeadEndpoint>();
        var rejections = services.GetRequiredService<ListRejectionsEndpoint>();
        var caps = services.GetRequiredService<ListCapsEndpoint>();
        var person = services.GetRequiredService<CheckPersonEndpoint>();
        var claims = services.GetRequiredService<ImportClaimsEndpoint>();
        var suppressions = services.GetRequiredService<SuppressionsEndpoint>();
        var health = services.GetRequiredService<HealthEndpoint>();
        routes.Map(nameof(Routes.SubmitLead), Routes.SubmitLead, ["GET", "POST"],
            context => submit.HandleAsync(context.Request, CampaignOf(context), context.RequestAborted));
        routes.Map(nameof(Routes.ListRejections), Routes.ListRejections, ["GET"],
            context => rejections.HandleAsync(context.Request, CampaignOf(context), context.RequestAborted));
        routes.Map(nameof(Routes.ListCaps), Routes.ListCaps, ["GET"],
            context => caps.HandleAsync(context.Request, CampaignOf(context), context.RequestAborted));
        routes.Map(nameof(Routes.CheckPerson), Routes.CheckPerson, ["POST"],
            context => person.HandleAsync(context.Request, CampaignOf(context), context.RequestAborted));
        routes.Map(nameof(Routes.ImportClaims), Routes.ImportClaims, ["POST"],
            context => claims.HandleAsync(context.Request, CampaignOf(context), context.RequestAborted));
        routes.Map(nameof(Routes.ListSuppressions), Routes.ListSuppressions, ["GET"],
            context => suppressions.ListAsync(context.Request, context.RequestAborted));
        routes.Map(nameof(Routes.ChangeSuppressions), Routes.ChangeSuppressions, ["GET", "POST", "DELETE"],
            context => suppressions.HandleAsync(context.Request, (string)context.Request.RouteValues["list"]!, context.RequestAborted));
        routes.Map(nameof(Routes.Live), Routes.Live, ["GET"], _ => Task.FromResult(HealthEndpoint.Live()));
        routes.Map(nameof(Routes.Ready), Routes.Ready, ["GET"], context => health.ReadyAsync(context.Request, context.RequestAborted));
    }

    private static void Map(this IEndpointRouteBuilder routes, string name, string route, string[] methods, Func<HttpContext, Task<IResult>> handler) =>
        routes.MapMethods($"/{Routes.Prefix}/{route}", methods, async context => await (await handler(context)).ExecuteAsync(context))
            .WithName(name);

    private static string CampaignOf(HttpContext context) => (string)context.Request.RouteValues["campaign"]!;
}
