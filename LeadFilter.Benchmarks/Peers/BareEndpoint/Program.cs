// The reference that LeadFilter.Benchmarks measures the filter against: Kestrel alone, which reads a lead's JSON and answers
// a constant of the usual size. Also the CRM that takes what is delivered. It ends when its standard input does.
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

var answer = """{"outcome":"success","lead":{"id":"019ac0de019ac0de019ac0de019ac0de"},"price":12.5}"""u8.ToArray();
long taken = 0;

var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Listen(IPAddress.Loopback, 0);
});
builder.Logging.ClearProviders();
await using var app = builder.Build();
app.MapPost("/api/campaigns/{campaign}/leads", (RequestDelegate)(async context =>
{
    using var lead = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
    Interlocked.Increment(ref taken);
    context.Response.StatusCode = StatusCodes.Status201Created;
    context.Response.ContentType = "application/json";
    context.Response.ContentLength = answer.Length;
    await context.Response.Body.WriteAsync(answer, context.RequestAborted);
}));
app.MapGet(
    "/taken", (RequestDelegate)(context => context.Response.WriteAsync(Interlocked.Read(ref taken).ToString(), context.RequestAborted)));
await app.StartAsync();
Console.WriteLine(
    "The bare endpoint listens on "
        + $"{app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()}");
await Console.In.ReadToEndAsync();
