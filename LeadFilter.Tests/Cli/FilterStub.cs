using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Cli;

/// <summary>A real HTTP server that answers as a test says and remembers what it was asked.</summary>
internal sealed class FilterStub : IAsyncDisposable
{
    private readonly WebApplication app;

    private FilterStub(WebApplication app) => this.app = app;

    public ConcurrentQueue<StubRequest> Requests { get; } = [];

    public Uri Url => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<FilterStub> StartAsync(Func<StubRequest, Task<StubAnswer>> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var stub = new FilterStub(builder.Build());
        stub.app.Run(context => stub.HandleAsync(context, answer));
        await stub.app.StartAsync();
        return stub;
    }

    public static Task<FilterStub> StartAsync(Func<StubRequest, StubAnswer> answer) =>
        StartAsync(request => Task.FromResult(answer(request)));

    public static Task<FilterStub> StartAsync() => StartAsync(_ => StubAnswer.Success());

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task HandleAsync(HttpContext context, Func<StubRequest, Task<StubAnswer>> respond)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var request = new StubRequest(
            context.Request.Method,
            context.Request.Path,
            context.Request.Query.ToDictionary(one => one.Key, one => one.Value.ToString()),
            context.Request.Headers.Authorization.ToString(),
            context.Request.ContentType,
            await reader.ReadToEndAsync(context.RequestAborted));
        Requests.Enqueue(request);
        var answer = await respond(request);
        if (answer.Status is 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = answer.ContentType;
        if (answer.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = wait;
        }

        await context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }
}
