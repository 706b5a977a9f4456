using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Lookups;

/// <summary>A provider of phone and e-mail intelligence as many are: phones by GET with a key in a header, addresses by a form with a bearer token.</summary>
internal sealed class IntelligenceStandIn(WebApplication app) : IAsyncDisposable
{
    public string Address => app.Urls.Single();

    public static async Task<IntelligenceStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapGet("/v1/phones/{number}", PhoneAsync);
        app.MapPost("/v1/emails", EmailAsync);
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static Task PhoneAsync(HttpContext context)
    {
        var isKnown = context.Request.Headers["X-Api-Key"] == "demo-phone-key" || context.Request.Query["api_key"] == "demo-phone-key";
        return !isKnown ? AnswerAsync(context, 401, "{}")
            : (string?)context.Request.RouteValues["number"] == "+16022349876"
                ? AnswerAsync(context, 200, """{"valid":true,"active":true,"line":{"type":"mobile"},"carrier":"Example Wireless","country":"US","risk_score":12.5}""")
                : AnswerAsync(context, 404, """{"message":"unknown number"}""");
    }

    private static async Task EmailAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        await (context.Request.Headers.Authorization != "Bearer demo-phone-key" ? AnswerAsync(context, 401, "{}")
            : AnswerAsync(context, 200, $$"""{"valid":true,"deliverable":{{(form["address"] == "ann+x@example.com" ? "true" : "false")}},"disposable":"no","domain_age_days":9000}"""));
    }

    private static Task AnswerAsync(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    }
}
