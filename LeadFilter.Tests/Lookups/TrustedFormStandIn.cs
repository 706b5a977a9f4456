using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Lookups;

/// <summary>
/// TrustedForm's Certificate API, version 4.0, as ActiveProspect documents it: HTTP Basic with the user API, one POST to the certificate's
/// address, which runs the operations match_lead, insights and retain that the body names.
/// </summary>
internal sealed class TrustedFormStandIn : IAsyncDisposable
{
    private readonly WebApplication app;

    private TrustedFormStandIn(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    /// <summary>The bodies of the calls, in order.</summary>
    public ConcurrentQueue<JsonObject> Calls { get; } = new();

    /// <summary>The certificates that are claimed.</summary>
    public ConcurrentDictionary<string, bool> Retained { get; } = new(StringComparer.Ordinal);

    /// <summary>The certificate <c>c0ffee</c>: whose it is, and what is known of it.</summary>
    public string Email { get; set; } = "ann@example.com";

    public string Phone { get; set; } = "6022349876";

    public JsonObject Insights { get; } = new()
    {
        ["age_seconds"] = 33,
        ["page_url"] = "https://www.example.com/solar/quote.html?x=1",
        ["domain"] = "www.example.com",
        ["bot_detected"] = false,
        ["expires_at"] = "2026-11-25T12:00:00Z",
        ["created_at"] = "2026-11-22T11:59:00Z",
        ["form_input_method"] = new JsonArray("typing", "autofill"),
        ["seconds_on_page"] = 44,
        ["form_input_wpm"] = 77.1234,
        ["ip"] = "8.8.8.8",
        ["is_framed"] = false,
        ["is_masked"] = false,
        ["parent_page_url"] = null,
    };

    public static async Task<TrustedFormStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var standIn = new TrustedFormStandIn(builder.Build());
        standIn.app.Run(standIn.HandleAsync);
        await standIn.app.StartAsync();
        return standIn;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Headers.Authorization != "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("API:demo-tf-key")))
        {
            await AnswerAsync(context, 401, new() { ["outcome"] = "error", ["reason"] = "incorrect API key" });
            return;
        }

        if (request.Method != "POST" || request.ContentType != "application/json" || request.Headers["Api-Version"] != "4.0")
        {
            await AnswerAsync(context, 400, new() { ["outcome"] = "error", ["reason"] = "bad request" });
            return;
        }

        var body = (await JsonNode.ParseAsync(request.Body))!.AsObject();
        Calls.Enqueue(body);
        var certificate = request.Path.Value![1..].TrimEnd('-');
        switch (certificate)
        {
            case "c0ffee":
                await RunAsync(context, certificate, body);
                break;
            case "brok3n":
                await AnswerAsync(context, 200, new() { ["outcome"] = "error", ["reason"] = "something went wrong" });
                break;
            default:
                await AnswerAsync(context, 404, new() { ["outcome"] = "error", ["reason"] = "certificate not found" });
                break;
        }
    }

    private async Task RunAsync(HttpContext context, string certificate, JsonObject body)
    {
        var match = body["match_lead"];
        if (body.ContainsKey("retain") && match is null)
        {
            await AnswerAsync(context, 422, new() { ["outcome"] = "error", ["reason"] = "retain needs match_lead" });
            return;
        }

        var answer = new JsonObject { ["outcome"] = "success", ["reason"] = null };
        if (match is not null)
        {
            var (email, phone) = (match["email"]?.GetValue<string>(), match["phone"]?.GetValue<string>());
            var result = new JsonObject
            {
                ["email_match"] = email is null ? null : email == Email,
                ["phone_match"] = phone is null ? null : phone == Phone,
                ["success"] = email == Email || phone == Phone,
            };
            answer["match_lead"] = new JsonObject { ["email"] = email, ["phone"] = phone, ["result"] = result };
            if (!result["success"]!.GetValue<bool>())
            {
                (answer["outcome"], answer["reason"]) = ("failure", "lead not found in TrustedForm certificate");
            }
        }

        if (body["insights"] is { } insights)
        {
            var properties = new JsonObject();
            foreach (var name in insights["properties"]!.AsArray().Select(name => name!.GetValue<string>()))
            {
                properties[name] = Insights[name]?.DeepClone();
            }

            answer["insights"] = new JsonObject { ["properties"] = properties };
        }

        if (body.ContainsKey("retain"))
        {
            answer["retain"] = new JsonObject
            {
                ["results"] = new JsonObject
                {
                    ["expires_at"] = "2031-11-22T12:00:00.000Z",
                    ["masked_cert_url"] = $"https://cert.trustedform.com/masked-{certificate}",
                    ["previously_retained"] = (!Retained.TryAdd(certificate, true)).ToString(CultureInfo.InvariantCulture).ToLowerInvariant(),
                },
            };
        }

        await AnswerAsync(context, 200, answer);
    }

    private static async Task AnswerAsync(HttpContext context, int status, JsonObject body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(body.ToJsonString());
    }
}
