using System.Net;
using LeadFilter.Cli.Connections;
using LeadFilter.Pipeline.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFilter.Tests.Connections;

/// <summary>Who a client is, behind proxies and without them. The client of these tests connects from 127.0.0.1.</summary>
[TestClass]
public sealed class ProxyTests
{
    private const string Client = "198.51.100.7";

    [TestMethod]
    public async Task A_named_proxy_says_who_the_client_is_and_how_it_came()
    {
        await using var host = await StartAsync("127.0.0.1");
        Assert.AreEqual(
            $"{Client} https leads.example.com",
            await AskAsync(host, ("X-Forwarded-For", Client), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "leads.example.com")));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("10.0.0.0/8")]
    public async Task Anybody_else_says_it_in_vain(string proxies)
    {
        await using var host = await StartAsync(proxies);
        Assert.AreEqual(
            $"127.0.0.1 http {new Uri(host.Urls.First()).Authority}",
            await AskAsync(host, ("X-Forwarded-For", Client), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "leads.example.com")));
    }

    [TestMethod]
    public async Task What_the_client_itself_has_written_before_the_proxy_does_not_count()
    {
        await using var host = await StartAsync("127.0.0.1");
        Assert.StartsWith($"{Client} ", await AskAsync(host, ("X-Forwarded-For", $"203.0.113.9, {Client}")), StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Several_named_proxies_in_a_row_are_passed_through()
    {
        await using var host = await StartAsync("127.0.0.1, 10.1.0.0/16");
        Assert.StartsWith(
            $"{Client} ", await AskAsync(host, ("X-Forwarded-For", $"203.0.113.9, {Client}, 10.1.2.3")), StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task One_client_behind_a_proxy_has_as_many_open_requests_as_an_address_may_have_connections()
    {
        var hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await StartAsync("127.0.0.1", async context =>
        {
            begun.TrySetResult();
            await (context.Request.Path == "/held" ? hold.Task : Task.CompletedTask);
        });
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new(host.Urls.First()) };

        var held = SendAsync(http, "/held", Client);
        await begun.Task;
        Assert.AreEqual(HttpStatusCode.TooManyRequests, await SendAsync(http, "/", Client));
        Assert.AreEqual(HttpStatusCode.OK, await SendAsync(http, "/", "203.0.113.9"));

        hold.SetResult();
        Assert.AreEqual(HttpStatusCode.OK, await held);
        Assert.AreEqual(HttpStatusCode.OK, await SendAsync(http, "/", Client));
    }

    /// <summary>A host that answers who the client is.</summary>
    private static async Task<WebApplication> StartAsync(string proxies, RequestDelegate? answer = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<LeadMetrics>()
            .AddConnectionBounds(new() { Max = 100, MaxPerAddress = 1 }, TrustedProxies.Read(new(_ => proxies, [])));
        var app = builder.Build();
        app.UseConnectionBounds();
        app.Run(answer ?? (static context => context.Response.WriteAsync(
            $"{context.Connection.RemoteIpAddress} {context.Request.Scheme} {context.Request.Host}")));
        await app.StartAsync();
        return app;
    }

    private static async Task<string> AskAsync(WebApplication host, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new(host.Urls.First()) };
        foreach (var (name, value) in headers)
        {
            http.DefaultRequestHeaders.Add(name, value);
        }

        return await http.GetStringAsync("/");
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient http, string path, string client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Forwarded-For", client } } };
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
