using System.Diagnostics;
using System.Text.Json;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults;

/// <summary>G11: bad input of any kind gets a 4xx with a clear message at once, and leaves nothing behind.</summary>
[TestClass]
public sealed class G11BadInputTests : IAsyncDisposable
{
    private const string Leads = FilterVisitor.Leads;
    private const int MostTries = 10;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private static readonly Dictionary<string, (int Status, byte[] Request)> Requests = new()
    {
        ["no key"] = (401, RawRequest.Of("POST", Leads, "{\"email\":\"a@example.com\"}", key: null)),
        ["wrong key"] = (401, RawRequest.Of("POST", Leads, "{\"email\":\"a@example.com\"}", key: "wrong")),
        ["two keys"] = (401, RawRequest.Of("POST", Leads, "{}", header: "X-Api-Key: bright-demo-key")),
        ["admin key for a lead"] = (401, RawRequest.Of("POST", Leads, "{}", key: FilterVisitor.AdminKey)),
        ["unknown campaign"] = (404, RawRequest.Of("POST", "/api/campaigns/boats/leads", "{}")),
        ["campaign that climbs folders"] = (404, RawRequest.Of("POST", "/api/campaigns/..%2f..%2fetc/leads", "{}")),
        ["vendor not in the campaign"] = (403, RawRequest.Of("POST", Leads, "{}", key: "stranger-demo-key")),
        ["PUT"] = (405, RawRequest.Of("PUT", Leads, "{}")),
        ["DELETE"] = (405, RawRequest.Of("DELETE", Leads)),
        ["PATCH"] = (405, RawRequest.Of("PATCH", Leads, "{}")),
        ["TRACE"] = (405, RawRequest.Of("TRACE", Leads)),
        ["POST to the rejections"] = (405, RawRequest.Of("POST", FilterVisitor.Rejections, "{}")),
        ["unknown address"] = (404, RawRequest.Of("GET", "/api/nothing")),
        ["root"] = (404, RawRequest.Of("GET", "/")),
        ["no type, and a body of no format"] = (415, RawRequest.Of("POST", Leads, "%PDF-1.7 hello", type: "")),
        ["unknown type"] = (415, RawRequest.Of("POST", Leads, "%PDF-1.7 hello", type: "application/pdf")),
        ["compressed body"] = (415, RawRequest.Of("POST", Leads, "{}", header: "Content-Encoding: gzip")),
        ["unknown answer format"] = (406, RawRequest.Of("POST", Leads, "{\"email\":\"a@example.com\"}", header: "Accept: image/png")),
        ["no body"] = (400, RawRequest.Of("POST", Leads, header: "Content-Length: 0\r\nContent-Type: application/json")),
        ["GET without fields"] = (400, RawRequest.Of("GET", Leads)),
        ["broken JSON"] = (400, RawRequest.Of("POST", Leads, "{\"email\":")),
        ["JSON that is no object"] = (400, RawRequest.Of("POST", Leads, "[1]")),
        ["XML with a DTD"] = (400, RawRequest.Of("POST", Leads, "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>", "text/xml")),
        ["XML with an entity"] = (400, RawRequest.Of("POST", Leads, "<!DOCTYPE x [<!ENTITY e 'a'>]><x><email>&e;</email></x>", "application/xml")),
        ["broken XML"] = (400, RawRequest.Of("POST", Leads, "<x><email>a</x>", "application/xml")),
        ["1 MB"] = (413, RawRequest.Of("POST", Leads, "{\"comments\":\"" + new string('x', 1 << 20) + "\"}")),
        ["1 MB without a length"] = (413, RawRequest.Chunked(Leads, "{\"comments\":\"" + new string('x', 1 << 20) + "\"}")),
        ["10,000 fields"] = (400, RawRequest.Of("POST", Leads, "{" + string.Join(',', Enumerable.Range(0, 10_000).Select(i => "\"\":1")) + "}")),
        ["201 fields"] = (400, RawRequest.Of("POST", Leads, "{" + string.Join(',', Enumerable.Range(0, 201).Select(i => $"\"f{i}\":1")) + "}")),
        ["10,000 fields of a query"] = (400, RawRequest.Of("GET", Leads + "?" + string.Concat(Enumerable.Repeat("a&", 10_000)))),
        ["nesting 1,000 deep"] = (400, RawRequest.Of("POST", Leads, string.Concat(Enumerable.Repeat("{\"a\":", 1_000)) + "1" + new string('}', 1_000))),
        ["NUL bytes"] = (400, RawRequest.Of("POST", Leads, "{\"email\":\"a\0b\"}")),
        ["NUL in a query"] = (400, RawRequest.Of("GET", Leads + "?email=a%00b")),
        ["lone surrogate"] = (400, RawRequest.Of("POST", Leads, "{\"email\":\"\\ud800\"}")),
        ["duplicate names"] = (400, RawRequest.Of("POST", Leads, "{\"email\":\"a@example.com\",\"EMAIL\":\"b@example.com\"}")),
        ["no UTF-8"] = (400, [.. RawRequest.Of("POST", Leads, header: "Content-Type: application/json\r\nContent-Length: 14"), .. "{\"email\":\""u8, 0xff, 0xfe, (byte)'"', (byte)'}']),
        ["idempotency key with a space"] = (400, RawRequest.Of("POST", Leads, "{\"email\":\"a@example.com\"}", header: "Idempotency-Key: a b")),
        ["two idempotency keys"] = (400, RawRequest.Of("POST", Leads, "{\"email\":\"a@example.com\"}", header: "Idempotency-Key: a\r\nIdempotency-Key: b")),
        ["header of 20 KB"] = (431, RawRequest.Of("POST", Leads, "{}", header: "X-Long: " + new string('x', 20_000))),
        ["10,000 headers"] = (431, RawRequest.Of("POST", Leads, "{}", header: string.Join("\r\n", Enumerable.Range(0, 10_000).Select(i => $"X-{i}: y")))),
        ["address of 70 KB"] = (414, RawRequest.Of("GET", Leads + "?email=" + new string('a', 70_000))),
    };

    /// <summary>What the server itself refuses, since it is no HTTP: there is nobody to read a message.</summary>
    private static readonly Dictionary<string, byte[]> NoHttp = new()
    {
        ["path with a NUL"] = RawRequest.Of("POST", "/api/campaigns/lo%00ans/leads", "{}"),
        ["no HTTP"] = "hello\r\n\r\n"u8.ToArray(),
        ["TLS"] = [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x0d, 0x0a, 0x0d, 0x0a],
        ["header with a NUL"] = RawRequest.Of("POST", Leads, "{}", header: "X-Nul: a\0b"),
        ["two lengths"] = RawRequest.Of("POST", Leads, "{}", header: "Content-Length: 3"),
        ["address of 1 MB"] = RawRequest.Of("GET", Leads + "?email=" + new string('a', 1 << 20)),
    };

    private readonly FilterFolders folders = new();
    private FilterUnderTest filter = null!;

    private static IEnumerable<string> BadNames => Requests.Keys;

    private static IEnumerable<string> NoHttpNames => NoHttp.Keys;

    [TestInitialize]
    public async Task StartAsync()
    {
        filter = await FilterUnderTest.StartAsync(folders);
        await filter.Visitor.SendAsync("acme", FilterVisitor.Person("warm"));
        await filter.DeliveredAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await filter.DisposeAsync();
        folders.Dispose();
    }

    [TestMethod]
    [DynamicData(nameof(BadNames))]
    public async Task G11_Bad_input_is_a_problem_within_a_second_and_nothing_is_stored(string name)
    {
        var (status, request) = Requests[name];
        var before = StoredRows.Count(filter.Host.DataFile);
        var answer = await SendSoonAsync(request, name);

        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal, answer);
        var (head, body) = (answer[..answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)], answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        Assert.Contains("Content-Type: application/problem+json", head, StringComparison.Ordinal, name);
        using var problem = JsonDocument.Parse(body);
        Assert.AreEqual(status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.IsGreaterThan(10, problem.RootElement.GetProperty("detail").GetString()!.Length);
        Assert.AreEqual(before, StoredRows.Count(filter.Host.DataFile));
    }

    [TestMethod]
    [DynamicData(nameof(NoHttpNames))]
    public async Task G11_What_is_no_HTTP_is_refused_within_a_second_and_nothing_is_stored(string name)
    {
        var before = StoredRows.Count(filter.Host.DataFile);
        var answer = await SendSoonAsync(NoHttp[name], name);

        Assert.StartsWith("HTTP/1.1 4", answer, StringComparison.Ordinal, answer);
        Assert.AreEqual(before, StoredRows.Count(filter.Host.DataFile));
    }

    /// <summary>Sends until an answer comes soon: a busy machine may keep the first one.</summary>
    private async Task<string> SendSoonAsync(byte[] request, string name)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var started = Stopwatch.GetTimestamp();
            var answer = await filter.Visitor.SendRawAsync(request);
            if (Stopwatch.GetElapsedTime(started) < Soon)
            {
                return answer;
            }
        }

        throw new AssertFailedException($"{name}: none of {MostTries} answers came within {Soon.TotalSeconds} s.");
    }

    [TestMethod]
    public async Task HEAD_has_no_body_and_stores_nothing()
    {
        var before = StoredRows.Count(filter.Host.DataFile);
        var answer = await filter.Visitor.SendRawAsync(RawRequest.Of("HEAD", Leads + "?email=a@example.com"));
        Assert.StartsWith("HTTP/1.1 405 ", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
        Assert.AreEqual(before, StoredRows.Count(filter.Host.DataFile));
    }

    [TestMethod]
    public async Task A_lead_in_the_query_of_a_GET_is_decided()
    {
        var answer = await filter.Visitor.SendRawAsync(RawRequest.Of("GET", Leads + "?email=ann%40example.com&state=CA"));
        Assert.StartsWith("HTTP/1.1 201 ", answer, StringComparison.Ordinal);
        Assert.Contains("\"outcome\":\"success\"", answer, StringComparison.Ordinal);
        Assert.EndsWith("\"price\":15}", answer, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task XML_is_answered_with_XML_where_it_is_asked_for()
    {
        var request = RawRequest.Of("POST", Leads, "<lead><email>nobody at home</email></lead>", "application/xml", "Accept: application/xml");
        var answer = await filter.Visitor.SendRawAsync(request);
        Assert.StartsWith("HTTP/1.1 201 ", answer, StringComparison.Ordinal);
        Assert.MatchesRegex(
            "<result><outcome>failure</outcome><reason>Cannot be reached</reason>.*<lead><id>[0-9a-f]{32}</id></lead><price>0</price><unreadable><item>email</item></unreadable></result>$",
            answer.ReplaceLineEndings(""));
    }
}
