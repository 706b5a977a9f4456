using System.Collections.Concurrent;
using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Delivery;

/// <summary>
/// A CRM on a real port that does what it is told, one step a call, and takes leads as a good CRM does once it has no more
/// steps: each lead once under its Idempotency-Key, 200 at first and 409 on a repetition.
/// </summary>
internal sealed class ScriptedCrm : IAsyncDisposable
{
    private readonly ConcurrentQueue<CrmStep> steps = [];
    private readonly ConcurrentQueue<CrmCall> calls = [];
    private readonly ConcurrentDictionary<string, int> taken = new(StringComparer.Ordinal);
    private readonly Channel<CrmCall> arrivals = Channel.CreateUnbounded<CrmCall>();
    private readonly WebApplication app;

    private ScriptedCrm(WebApplication app) => this.app = app;

    /// <summary>Its address.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Every call that it got, in order.</summary>
    public IReadOnlyList<CrmCall> Calls => [.. calls];

    /// <summary>The leads that it took: Idempotency-Key -> how often it was posted after it was taken.</summary>
    public IReadOnlyDictionary<string, int> Taken => taken;

    public static async Task<ScriptedCrm> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var crm = new ScriptedCrm(builder.Build());
        crm.app.Run(crm.HandleAsync);
        await crm.app.StartAsync();
        crm.Address = new($"{crm.app.Urls.Single()}/leads");
        return crm;
    }

    /// <summary>Adds steps to the script.</summary>
    public void Then(params IEnumerable<CrmStep> next)
    {
        foreach (var step in next)
        {
            steps.Enqueue(step);
        }
    }

    /// <summary>Waits for a call that was not waited for yet.</summary>
    public ValueTask<CrmCall> CallAsync() => arrivals.Reader.ReadAsync();

    /// <summary>Takes a lead.</summary>
    /// <returns>False if it was taken before.</returns>
    public bool Take(CrmCall call) => taken.AddOrUpdate(call.Header("Idempotency-Key"), 0, (_, repeats) => repeats + 1) == 0;

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var call = new CrmCall(context.Request.Method, context.Request.Path + context.Request.QueryString, headers, body.ToArray());
        calls.Enqueue(call);
        await arrivals.Writer.WriteAsync(call);
        await (steps.TryDequeue(out var step) ? step : CrmSteps.Take)(this, context, call);
    }
}
