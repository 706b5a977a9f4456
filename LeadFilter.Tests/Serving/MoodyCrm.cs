using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Serving;

/// <summary>A CRM that honours Idempotency-Key, and otherwise behaves by the lead and by how often that lead has come.</summary>
internal sealed class MoodyCrm : IAsyncDisposable
{
    private static readonly TimeSpan Drip = TimeSpan.FromMilliseconds(20);

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, int> calls = new();
    private readonly ConcurrentDictionary<string, int> taken = new();
    private readonly ConcurrentQueue<Taken> takenCalls = new();
    private readonly TaskCompletionSource called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Func<string, int, Task<Mood>> behaviour;

    private MoodyCrm(WebApplication app, Func<string, int, Task<Mood>> behaviour)
    {
        this.app = app;
        this.behaviour = behaviour;
    }

    public Uri Address => new($"{app.Urls.Single()}/leads");

    /// <summary>The leads that it took by Idempotency-Key, with the number of records that each has.</summary>
    public IReadOnlyDictionary<string, int> Taken => taken;

    /// <summary>
    /// Every call that it took, the repetitions too, for the checker. The person is the address before the @, the submission
    /// the field <c>sub_id</c>.
    /// </summary>
    public IReadOnlyCollection<Taken> TakenCalls => takenCalls;

    /// <summary>How often each lead came.</summary>
    public IReadOnlyDictionary<string, int> Calls => calls;

    /// <param name="behaviour">The mood for an Idempotency-Key and the number of its call, from 1.</param>
    public static Task<MoodyCrm> StartAsync(Func<string, int, Mood> behaviour) =>
        StartAsync((key, call) => Task.FromResult(behaviour(key, call)));

    /// <param name="mood">The mood for every call, which waits until it is known.</param>
    public static Task<MoodyCrm> StartAsync(Task<Mood> mood) => StartAsync((_, _) => mood);

    public void Behave(Func<string, int, Mood> next) => behaviour = (key, call) => Task.FromResult(next(key, call));

    /// <param name="behaviour">The mood for an Idempotency-Key and the number of its call, from 1; it may take its time.</param>
    /// <param name="port">The port; 0 for any that is free.</param>
    public static async Task<MoodyCrm> StartAsync(Func<string, int, Task<Mood>> behaviour, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var crm = new MoodyCrm(builder.Build(), behaviour);
        crm.app.Run(crm.HandleAsync);
        await crm.app.StartAsync();
        return crm;
    }

    /// <summary>Ends with its first call.</summary>
    public Task CalledAsync() => called.Task;

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private static Taken Read(string key, string body)
    {
        using var json = JsonDocument.Parse(body);
        var (lead, fields) = (json.RootElement, json.RootElement.GetProperty("fields"));
        var email = fields.TryGetProperty("email", out var address) ? address.GetString()! : "";
        return new(
            lead.GetProperty("lead_id").GetString()!,
            key,
            lead.GetProperty("vendor").GetString()!,
            email.Split('@')[0],
            lead.GetProperty("price").GetDecimal(),
            fields.TryGetProperty("sub_id", out var submission) ? submission.GetString() : null);
    }

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var key = context.Request.Headers["Idempotency-Key"].ToString();
        var call = calls.AddOrUpdate(key, 1, (_, count) => count + 1);
        called.TrySetResult();
        var mood = await behaviour(key, call);
        var takes = mood is not (Mood.Fail or Mood.Defer or Mood.DeferSilently or Mood.Hang or Mood.Reset or Mood.Redirect or Mood.Refuse);
        var isNew = takes && taken.TryAdd(key, 1);
        if (takes)
        {
            takenCalls.Enqueue(Read(key, body));
        }

        context.Response.StatusCode = mood switch
        {
            Mood.Take or Mood.TakeAndTell => isNew ? 200 : 409,
            Mood.Defer or Mood.DeferSilently => 429,
            Mood.Redirect => 302,
            Mood.Refuse => 400,
            Mood.TakeInSilence => 204,
            Mood.Fail or Mood.TakeAndFail => 500,
            _ => 200,
        };
        await AnswerAsync(mood, body, context);
    }

    private static async Task AnswerAsync(Mood mood, string body, HttpContext context)
    {
        var answer = context.Response;
        switch (mood)
        {
            case Mood.Defer:
                answer.Headers.RetryAfter = "1";
                break;
            case Mood.Hang:
                var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await using (context.RequestAborted.Register(aborted.SetResult))
                {
                    await aborted.Task;
                }

                break;
            case Mood.Reset or Mood.TakeAndReset:
                context.Abort();
                break;
            case Mood.Redirect:
                answer.Headers.Location = "/elsewhere";
                break;
            case Mood.TakeAndResetMidway:
                await answer.WriteAsync("{\"id\":");
                await answer.Body.FlushAsync();
                context.Abort();
                break;
            case Mood.TakeAndDrip:
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await answer.WriteAsync(" ");
                    await Task.Delay(Drip, TimeProvider.System, context.RequestAborted);
                }

                break;
            case Mood.TakeAndTalk:
                while (!context.RequestAborted.IsCancellationRequested)
                {
                    await answer.Body.WriteAsync(new byte[64 * 1024]);
                }

                break;
            case Mood.TakeAndShowPage:
                answer.ContentType = "text/html";
                await answer.WriteAsync("<!doctype html><title>Thank you</title>");
                break;
            case Mood.TakeAndStammer:
                await answer.WriteAsync("{\"id\":\"17");
                break;
            case Mood.Refuse or Mood.TakeAndTell:
                await answer.WriteAsync(body);
                break;
        }
    }
}
