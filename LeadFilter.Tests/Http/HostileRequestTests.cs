using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using LeadFilter.Http.Leads;
using LeadFilter.Http.Problems;
using LeadFilter.Pipeline.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Tests.Http;

/// <summary>What must never hang, throw or be answered with a 5xx, over real sockets.</summary>
[TestClass]
public sealed class HostileRequestTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private static readonly Dictionary<string, (int Status, byte[] Request)> Requests = new()
    {
        ["broken JSON"] = (400, Post("application/json", "{\"email\":")),
        ["XML with a DTD"] = (400, Post("text/xml", "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x'><x/>")),
        ["billion laughs"] = (400, Post("text/xml", BillionLaughs())),
        ["1 MB of JSON"] = (413, Post("application/json", "{\"comments\":\"" + new string('x', 1 << 20) + "\"}")),
        ["1 MB without a length"] = (413, Chunked("application/json", "{\"comments\":\"" + new string('x', 1 << 20) + "\"}")),
        ["64 KB of quotes"] = (400, Post("application/json", new('"', 65_536))),
        ["64 KB of line breaks in a text"] = (400, Post("application/json", "{\"comments\":\"" + new string('\n', 65_000))),
        ["10,000 fields of JSON"] = (400, Post("application/json", "{" + string.Join(',', Enumerable.Range(0, 10_000).Select(i => "\"\":1")) + "}")),
        ["10,000 fields of a form"] = (400, Post("application/x-www-form-urlencoded", string.Join('&', Enumerable.Range(0, 10_000).Select(i => $"a{i}")))),
        ["6,000 attributes"] = (400, Post("text/xml", "<l " + string.Join(' ', Enumerable.Range(0, 6_000).Select(i => $"a{i}=''")) + "/><x/>")),
        ["objects 1,000 deep"] = (400, Post("application/json", string.Concat(Enumerable.Repeat("{\"a\":", 1_000)))),
        ["arrays 30,000 deep"] = (400, Post("application/json", "{\"a\":" + new string('[', 30_000))),
        ["elements 10,000 deep"] = (400, Post("text/xml", string.Concat(Enumerable.Repeat("<a>", 10_000)))),
        ["NUL bytes"] = (400, Post("application/json", "{\"email\":\"a\0b\"}")),
        ["only NUL bytes"] = (400, Post("text/xml", new('\0', 1_000))),
        ["lone surrogate"] = (400, Post("application/json", "{\"email\":\"\\ud800\"}")),
        ["duplicate name"] = (400, Post("application/json", "{\"email\":1,\"email\":2}")),
        ["another type"] = (415, Post("text/html", "{}")),
        ["no type and nothing known"] = (415, Post("", "hello")),
        ["query of 70 KB"] = (414, Get("/leads?a=" + new string('a', 70_000))),
        ["path of 70 KB"] = (404, Get("/leads" + new string('a', 70_000))),
        ["query of 10,000 fields"] = (400, Get("/leads?" + string.Concat(Enumerable.Repeat("a&", 10_000)))),
        ["query of percent signs"] = (400, Get("/leads?email=" + new string('%', 60_000) + "&email=x")),
        ["header of 20 KB"] = (431, Get("/leads?age=1", header: "X-Long: " + new string('x', 20_000))),
        ["10,000 headers"] = (431, Get("/leads?age=1", header: string.Join("\r\n", Enumerable.Range(0, 10_000).Select(i => $"X-{i}: y")))),
        ["header with a NUL"] = (400, Get("/leads?age=1", header: "X-Nul: a\0b")),
        ["broken chunk"] = (400, Encoding.ASCII.GetBytes("POST /leads HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")),
        ["two lengths"] = (400, Encoding.ASCII.GetBytes("POST /leads HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}")),
        ["no HTTP"] = (400, Encoding.ASCII.GetBytes("hello\r\n\r\n")),
    };

    private static IEnumerable<string> Names => Requests.Keys;

    [TestMethod]
    [DynamicData(nameof(Names))]
    public async Task A_hostile_request_is_answered_at_once(string name)
    {
        var (status, request) = Requests[name];
        await using var site = await TestSite.ReadingAsync();
        await site.SendRawAsync(Get("/leads?age=1"));
        var started = Stopwatch.GetTimestamp();
        var answer = await site.SendRawAsync(request);

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal, name);
        Assert.IsLessThan(Soon, Stopwatch.GetElapsedTime(started), name);
        Assert.IsEmpty(site.Log.Errors);
    }

    [TestMethod]
    public async Task A_refusal_of_a_long_body_does_not_wait_for_it()
    {
        await using var site = await TestSite.ReadingAsync();
        using var content = new StringContent(new('x', 100_000), Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/leads") { Content = content, Headers = { ExpectContinue = true } };
        using var response = await site.Client.SendAsync(request);

        Assert.AreEqual(413, (int)response.StatusCode);
        Assert.Contains("body-too-large", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_body_of_exactly_64_KB_is_read(bool chunked)
    {
        await using var site = await TestSite.ReadingAsync();
        var body = "{\"comments\":\"" + new string('x', 65_536 - 15) + "\"}";
        var answer = await site.SendRawAsync(chunked ? Chunked("application/json", body) : Post("application/json", body));

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
        Assert.EndsWith("comments=" + new string('x', 65_536 - 15), answer, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task The_connection_goes_on_after_a_refusal()
    {
        await using var site = await TestSite.ReadingAsync();
        var answers = await site.SendRawAsync(
        [
            .. KeepAlive(Post("application/json", "{\"email\":")),
            .. KeepAlive(Post("text/plain", "{}")),
            .. Post("application/json", "{\"age\":7}"),
        ]);

        Assert.EndsWith("age=7", answers, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_client_that_hangs_up_in_the_middle_of_its_body_is_no_error()
    {
        var reading = new TaskCompletionSource();
        var read = new TaskCompletionSource<Problem?>();
        await using var site = await TestSite.StartAsync(routes => routes.MapPost("/leads", async (HttpRequest request) =>
        {
            var pending = LeadReader.ReadAsync(request, TestLayout.Draft(), LimitOptions.DefaultMaxBodyBytes, CancellationToken.None);
            reading.SetResult();
            read.SetResult(await pending);
        }));
        using (var socket = new TcpClient(site.Url.Host, site.Url.Port))
        {
            await socket.GetStream().WriteAsync(Post("application/json", "{\"email\":\"a@b.c\"}").AsMemory(..^5));
            await reading.Task;
        }

        Assert.AreEqual(Problem.BadRequest, await read.Task);
        Assert.IsEmpty(site.Log.Errors);
    }

    private static byte[] KeepAlive(byte[] request) =>
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(request).Replace("Connection: close\r\n", "", StringComparison.Ordinal));

    private static byte[] Get(string target, string? header = null) =>
        Encoding.Latin1.GetBytes($"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{(header is null ? "" : header + "\r\n")}\r\n");

    private static byte[] Post(string contentType, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return [.. Encoding.ASCII.GetBytes($"POST /leads HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: {contentType}\r\nContent-Length: {bytes.Length}\r\n\r\n"), .. bytes];
    }

    private static byte[] Chunked(string contentType, string body) => Encoding.ASCII.GetBytes(
        $"POST /leads HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: {contentType}\r\nTransfer-Encoding: chunked\r\n\r\n"
        + string.Concat(body.Chunk(5_000).Select(chunk => $"{chunk.Length:x}\r\n{new string(chunk)}\r\n"))
        + "0\r\n\r\n");

    private static string BillionLaughs()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));
        return $"<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY l0 \"lol\">{entities}]><lolz><email>&l9;</email></lolz>";
    }
}
