using System.Net;
using System.Text;
using System.Text.Json;
using LeadFilter.Cli.DemoCrm;
using LeadFilter.Pipeline.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Delivery;

/// <summary>A demo CRM on a host of its own.</summary>
internal sealed class RunningDemoCrm(WebApplication app, HttpClient client) : IAsyncDisposable
{
    public HttpClient Client => client;

    public static async Task<RunningDemoCrm> StartAsync(ITable table, DemoCrmOptions? options = null, TimeProvider? clock = null, Func<bool>? isWanted = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var store = new DemoCrmStore(table, options ?? new(), clock ?? new FakeTimeProvider(DeliveryScene.Start));
        new DemoCrmEndpoints(store, new(isWanted ?? (static () => true))).Map(app);
        await app.StartAsync();
        return new(app, new() { BaseAddress = new(app.Urls.Single()) });
    }

    public Task<(HttpStatusCode Status, string Body)> PostAsync(string key, string body) =>
        PostAsync(key, Encoding.UTF8.GetBytes(body));

    public async Task<(HttpStatusCode Status, string Body)> PostAsync(string key, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/demo/crm/leads") { Content = new ByteArrayContent(body) };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async Task<JsonElement> ListAsync(string query)
    {
        using var json = JsonDocument.Parse(await client.GetStringAsync($"/demo/crm/leads{query}"));
        return json.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }
}
