using System.Net;
using System.Net.Sockets;
using System.Text;
using LeadFilter.Http.Answers;
using LeadFilter.Http.Leads;
using LeadFilter.Http.Problems;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Http;

/// <summary>A small site on real Kestrel that reads leads as the product does, and answers with what it read.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestSite(WebApplication app)
    {
        this.app = app;
        Url = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = new() { BaseAddress = Url };
    }

    public Uri Url { get; }

    public HttpClient Client { get; }

    public TestLog Log { get; private init; } = null!;

    /// <summary>Starts a site whose endpoint answers what the test says.</summary>
    public static Task<TestSite> AnsweringAsync(Answer answer) => StartAsync(routes => routes.MapGet("/leads", IResult (HttpRequest request) =>
        AcceptHeader.TryChoose(request, out var format, out var problem) ? new AnswerResult(answer, format) : problem));

    /// <summary>Starts a site whose endpoint reads leads and answers with their fields as plain text.</summary>
    public static Task<TestSite> ReadingAsync() => StartAsync(routes => routes.MapMethods("/leads", ["GET", "POST"], ReadAsync));

    public static async Task<TestSite> StartAsync(Action<IEndpointRouteBuilder> map, Action<IServiceCollection>? add = null)
    {
        var log = new TestLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestLineSize = 256 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 256 * 1024;
            kestrel.Limits.MaxRequestBufferSize = 1024 * 1024;
            kestrel.Limits.MaxRequestHeaderCount = 20_000;
        });
        add?.Invoke(builder.Services);
        var site = builder.Build();
        site.UseProblemPages();
        map(site);
        await site.StartAsync();
        return new(site) { Log = log };
    }

    /// <summary>Sends bytes and reads until the site closes the connection.</summary>
    public async Task<string> SendRawAsync(byte[] request)
    {
        using var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(Url.Host, Url.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(request);
        using var answer = new StreamReader(stream, Encoding.UTF8);
        return await answer.ReadToEndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private static async Task<IResult> ReadAsync(HttpRequest request)
    {
        var draft = TestLayout.Draft();
        var problem = RequestLimits.Check(request) ?? await LeadReader.ReadAsync(request, draft, LimitOptions.DefaultMaxBodyBytes, request.HttpContext.RequestAborted);
        return problem ?? Results.Text(draft.Text());
    }
}
