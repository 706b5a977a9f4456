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

/// <summary>What a CRM does with one call.</summary>
internal delegate Task CrmStep(ScriptedCrm crm, HttpContext context, CrmCall call);

/// <summary>A call that a CRM got.</summary>
internal sealed record CrmCall(string Method, string Target, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Header(string name) => Headers.GetValueOrDefault(name, "");
}

/// <summary>What CRMs do.</summary>
internal static class CrmSteps
{
    /// <summary>Takes the lead, as a good CRM does.</summary>
    public static readonly CrmStep Take = (crm, context, call) =>
    {
        context.Response.StatusCode = crm.Take(call) ? 200 : 409;
        return context.Response.WriteAsync($$"""{"id":"crm-{{call.Header("Idempotency-Key")[^4..]}}"}""");
    };

    /// <summary>Never answers.</summary>
    public static readonly CrmStep Hang = (_, context, _) => UntilAbortedAsync(context);

    /// <summary>Breaks the connection before the answer.</summary>
    public static readonly CrmStep Reset = (_, context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>Breaks the connection in the middle of the answer.</summary>
    public static readonly CrmStep ResetMidway = async (_, context, _) =>
    {
        context.Response.ContentLength = 1_000;
        await context.Response.WriteAsync("""{"id":"crm""");
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    /// <summary>Takes the lead, then breaks the connection.</summary>
    public static readonly CrmStep TakeThenReset = (crm, context, call) =>
    {
        crm.Take(call);
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>Begins an answer of success and never ends it.</summary>
    public static readonly CrmStep Drip = async (_, context, _) =>
    {
        await context.Response.WriteAsync("""{"id":""");
        await context.Response.Body.FlushAsync();
        await UntilAbortedAsync(context);
    };

    /// <summary>Answers success with a body without end.</summary>
    public static readonly CrmStep Huge = async (crm, context, call) =>
    {
        crm.Take(call);
        var block = new byte[64 * 1024];
        block.AsSpan().Fill((byte)' ');
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(block);
        }
    };

    /// <summary>Answers success with more headers than anybody reads.</summary>
    public static readonly CrmStep HugeHead = (_, context, _) =>
    {
        context.Response.Headers["X-Long"] = new string('x', 30_000);
        return Task.CompletedTask;
    };

    /// <summary>Answers with a status and a body.</summary>
    public static CrmStep Answer(int status, string body = "") => async (_, context, _) =>
    {
        context.Response.StatusCode = status;
        if (body.Length > 0)
        {
            await context.Response.WriteAsync(body);
        }
    };

    /// <summary>Answers with a status and a header.</summary>
    public static CrmStep AnswerWith(int status, string header, string value) => (_, context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers[header] = value;
        return Task.CompletedTask;
    };

    /// <summary>Takes the lead, and answers as if it had not.</summary>
    public static CrmStep TakeThenAnswer(int status) => (crm, context, call) =>
    {
        crm.Take(call);
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private static async Task UntilAbortedAsync(HttpContext context)
    {
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(aborted.SetResult);
        await aborted.Task;
    }
}
