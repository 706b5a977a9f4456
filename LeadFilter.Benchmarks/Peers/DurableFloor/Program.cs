// What LeadFilter.Benchmarks measures the filter against: the least that any server does which answers only what it has
// stored. Kestrel alone reads a lead's JSON, one row of the size of a record becomes durable in SQLite, and the answer is of
// the usual size. It decides nothing. It ends when its standard input does.
using System.Net;
using System.Text;
using System.Text.Json;
using LeadFilter.DurableFloor;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

if (args is not ["--data", var folder])
{
    Console.Error.WriteLine("Say where to store: durable-floor --data FOLDER");
    return 2;
}

await using var rows = new RowWriter(Path.Combine(Directory.CreateDirectory(folder).FullName, "floor.db"));
var builder = WebApplication.CreateSlimBuilder();
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
    var id = await rows.WriteAsync();
    var answer = Encoding.UTF8.GetBytes($$$"""{"outcome":"success","lead":{"id":"{{{id:x32}}}"},"price":12.5}""");
    context.Response.StatusCode = StatusCodes.Status201Created;
    context.Response.ContentType = "application/json";
    context.Response.ContentLength = answer.Length;
    await context.Response.Body.WriteAsync(answer, context.RequestAborted);
}));
await app.StartAsync();
Console.WriteLine(
    "The durable floor listens on "
        + $"{app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()}");
await Console.In.ReadToEndAsync();
return 0;
