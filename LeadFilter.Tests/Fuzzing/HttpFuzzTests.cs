using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using LeadFilter.Tests.Serving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Fuzzing;

/// <summary>Whole requests over real sockets to a whole filter: request lines, headers, bodies, and bytes that are no HTTP.</summary>
[TestClass]
[TestCategory("Fuzzing")]
public sealed class HttpFuzzTests
{
    private const long MaxGrowth = 64 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly string[] Paths =
    [
        FilterVisitor.Leads, FilterVisitor.Leads, FilterVisitor.Leads, FilterVisitor.Leads, FilterVisitor.Rejections, "/api/campaigns/loans/caps", "/api/suppressions", "/api/suppressions/x", "/api/health",
        "/api/campaigns/%2e%2e/leads", "/api/campaigns/\u00e9/leads", "/demo/crm/leads", "*", "//", "/api/campaigns/loans/claims", "http://x/api", "/api/campaigns/loans/leads/", "/api/campaigns/LOANS/leads",
    ];

    private static readonly string[] Headers =
    [
        "Authorization: Bearer acme-demo-key", "Authorization: Basic eDphY21lLWRlbW8ta2V5", "Authorization: Basic !!!", "Authorization: Bearer", "X-Api-Key: acme-demo-key", "X-Api-Key: \u001b[31mred",
        "Accept: application/xml", "Accept: text/*;q=0.5, application/json;q=\"x", "Accept: */*;q=9e999", "Accept: ,,,;;;", "Content-Type: application/json; charset=utf-16", "Content-Type: text/xml",
        "Content-Type: application/x-www-form-urlencoded; charset=\"", "Content-Type: multipart/form-data; boundary=x", "Content-Encoding: gzip", "Transfer-Encoding: chunked", "Transfer-Encoding: chunked, chunked",
        "Transfer-Encoding: gzip", "Content-Length: 5", "Content-Length: -1", "Content-Length: 99999999999999999999", "Content-Length: +5", "Expect: 100-continue", "Expect: x", "Host: a, b", "Host: [::1", "Host:",
        "Idempotency-Key: order-1", "Idempotency-Key: \"a b\"", "Idempotency-Key:", "Connection: upgrade", "Upgrade: h2c", "If-None-Match: *", "Range: bytes=0-", "Cookie: a=b", "X-Forwarded-For: 127.0.0.1",
        "X-HTTP-Method-Override: DELETE", " folded: x", "no colon", ": no name", "A\u0000: b", "Retry-After: 1", "traceparent: 00-0-0-0", "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    ];

    [TestMethod]
    public async Task No_request_is_answered_with_a_5xx_a_hang_or_a_text_that_no_client_can_read()
    {
        using var log = new EveryLog();
        using var folders = new FilterFolders();
        await using var filter = await FilterUnderTest.StartAsync(folders, configure: services => services.AddLogging(logging => logging.AddProvider(log)));
        await SendAsync(filter.Host.Address, Encoding.UTF8.GetBytes("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Fuzz.RunAsync(Next, async request => WrongWith(await SendAsync(filter.Host.Address, request), log));

        if (Fuzz.IsLong)
        {
            // Beside other tests the process's memory is not this test's.
            Assert.IsLessThan(MaxGrowth, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        Assert.AreEqual(201, (await filter.Visitor.SendAsync("acme", FilterVisitor.Person("after"))).Status);
    }

    private static byte[] Next(Random random)
    {
        var type = random.Of(HostileLead.Types);
        var body = HostileLead.Next(random, type, out _);
        var method = random.Of(["POST", "POST", "POST", "POST", "GET", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT", "post", "P\u00d6ST"]);
        var query = random.Next(4) == 0 ? "?" + Encoding.Latin1.GetString(HostileLead.Next(random, "application/x-www-form-urlencoded", out _)).Replace(' ', '+') : "";
        var head = new StringBuilder($"{method} {random.Of(Paths)}{query} HTTP/1.{random.Of(["1", "1", "1", "1", "0", "9"])}\r\nHost: x\r\n");
        head.Append(random.Next(8) == 0 ? "" : "Authorization: Bearer acme-demo-key\r\n").Append(random.Next(8) == 0 ? "" : $"Content-Type: {type}\r\n");
        for (var left = random.Next(4); left > 0; left--)
        {
            head.Append(random.Of(Headers)).Append("\r\n");
        }

        head.Append(random.Next(8) == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n")).Append("Connection: close\r\n\r\n");
        byte[] request = [.. Encoding.Latin1.GetBytes(head.ToString()), .. body];
        return random.Next(4) == 0 ? Damage.Bytes(random, request) : request;
    }

    /// <summary>Sends, says that nothing more will come, and reads all that is answered.</summary>
    private static async Task<string> SendAsync(Uri address, byte[] request)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var socket = new TcpClient { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port, patience.Token);
        var stream = socket.GetStream();
        try
        {
            await stream.WriteAsync(request, patience.Token);
            socket.Client.Shutdown(SocketShutdown.Send);
            using var answer = new StreamReader(stream, Encoding.UTF8);
            return await answer.ReadToEndAsync(patience.Token);
        }
        catch (Exception refused) when (refused is IOException or SocketException)
        {
            // Refused while it was still sent.
            return "";
        }
    }

    private static string? WrongWith(string answers, EveryLog log)
    {
        if (log.Entries.FirstOrDefault(entry => entry.Level >= LogLevel.Error || entry.Text.Contains(HostileLead.Mark, StringComparison.OrdinalIgnoreCase) || entry.Text.Contains('\u001b', StringComparison.Ordinal)) is { } told)
        {
            return $"logged {told.Level}: {told.Text}";
        }

        log.Entries.Clear();
        if (answers.Length == 0)
        {
            return null;
        }

        // The server's own words for another version of HTTP and for a transfer coding that it does not know (RFC 9110, 15.6).
        if (answers.StartsWith("HTTP/1.1 505 ", StringComparison.Ordinal) || answers.StartsWith("HTTP/1.1 501 ", StringComparison.Ordinal))
        {
            return null;
        }

        if (answers is not ['H', 'T', 'T', 'P', '/', '1', '.', '1', ' ', '1' or '2' or '4', ..])
        {
            return $"answered {answers[..Math.Min(answers.Length, 500)]}";
        }

        var bodyAt = answers.LastIndexOf("\r\n\r\n", StringComparison.Ordinal) + 4;
        var head = answers[..bodyAt];
        var headAt = head.LastIndexOf("HTTP/1.1 ", StringComparison.Ordinal);
        return WrongWithBody(head[headAt..], answers[bodyAt..]);
    }

    private static string? WrongWithBody(string head, string body)
    {
        try
        {
            if (body.Length > 0 && head.Contains("json", StringComparison.Ordinal))
            {
                using var json = JsonDocument.Parse(body);
                return json.RootElement.TryGetProperty("detail", out var detail) && detail.GetString() is not { Length: > 10 } ? $"a problem without a word: {body}" : null;
            }

            if (body.Length > 0 && head.Contains("xml", StringComparison.Ordinal))
            {
                XDocument.Parse(body);
            }

            return null;
        }
        catch (Exception error) when (error is JsonException or System.Xml.XmlException)
        {
            return $"unreadable answer: {head}{body}";
        }
    }
}
