// What LeadFilter.Benchmarks measures the filter against: what a good .NET team writes in a week, with the libraries that
// one takes for it. Twenty rules of the sample campaign, a look for duplicates, a stored decision, and an outbox from which
// bought leads are sent to the CRM. It ends when its standard input does.
using System.Net;
using FluentValidation;
using LeadFilter.TeamProgram.Delivery;
using LeadFilter.TeamProgram.Intake;
using LeadFilter.TeamProgram.Storage;
using LeadFilter.TeamProgram.Validation;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

if (args is not ["--data", var folder, "--crm", var crm])
{
    Console.Error.WriteLine("Say where to store and where to deliver: team-program --data FOLDER --crm URL");
    return 2;
}

SQLitePCL.Batteries_V2.Init();
var builder = WebApplication.CreateBuilder();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var database = Path.Combine(Directory.CreateDirectory(folder).FullName, "team.db");
builder.Services.AddPooledDbContextFactory<LeadsContext>(
    options => options.UseSqlite($"Data Source={database}").AddInterceptors(new Pragmas()));
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<WriteTurn>();
builder.Services.AddSingleton<IValidator<ParsedLead>, LeadValidator>();
builder.Services.AddSingleton<LeadIntake>();
builder.Services.AddHttpClient(OutboxSender.ClientName, client => client.BaseAddress = new(crm));
builder.Services.AddHostedService<OutboxSender>();

await using var app = builder.Build();
await using (var context = await app.Services.GetRequiredService<IDbContextFactory<LeadsContext>>().CreateDbContextAsync())
{
    await context.Database.EnsureCreatedAsync();
    await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
}

app.MapPost("/api/campaigns/{campaign}/leads", async (
    string campaign, LeadForm lead, HttpRequest request, LeadIntake intake, CancellationToken cancellation) =>
    VendorKeys.VendorOf(request.Headers["X-Api-Key"]) is { } vendor
        ? Results.Json(await intake.TakeAsync(campaign, vendor, lead, cancellation), statusCode: StatusCodes.Status201Created)
        : Results.Unauthorized());
await app.StartAsync();
Console.WriteLine(
    "The team's program listens on "
        + $"{app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()}");
await Console.In.ReadToEndAsync();
await app.StopAsync();
return 0;
