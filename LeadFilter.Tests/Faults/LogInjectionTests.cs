using LeadFilter.Tests.Fuzzing;
using LeadFilter.Tests.Serving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Faults;

/// <summary>Line breaks, escapes of terminals and marks of direction, wherever a vendor can put them: none reaches a log, a header or a terminal.</summary>
[TestClass]
public sealed class LogInjectionTests : IAsyncDisposable
{
    private const string Esc = "\u001b[2J\u001b[31m";
    private const string Forged = "12:00:00 crit: forged";

    private readonly FilterFolders folders = new();
    private readonly EveryLog log = new();
    private FilterUnderTest filter = null!;

    [TestInitialize]
    public async Task StartAsync() =>
        filter = await FilterUnderTest.StartAsync(folders, configure: services => services.AddLogging(logging => logging.AddProvider(log)));

    public async ValueTask DisposeAsync()
    {
        await filter.DisposeAsync();
        folders.Dispose();
        log.Dispose();
    }

    [TestMethod]
    public async Task What_a_vendor_sends_forges_no_line_of_the_log()
    {
        var attack = $"x\r\n{Forged}{Esc}\u202E";
        var escaped = Uri.EscapeDataString(attack);
        await SendAsync(RawRequest.Of("POST", FilterVisitor.Leads, System.Text.Json.JsonSerializer.Serialize(new Dictionary<string, string>
        {
            ["email"] = "ann@example.com", ["state"] = "CA", ["source"] = attack, ["campaign_source"] = attack, ["comments"] = attack, [attack] = attack,
        })));
        await SendAsync(RawRequest.Of("POST", FilterVisitor.Leads, $"{{\"email\":\"ben@example.com\",\"state\":\"CA\",\"{attack.Replace("\r\n", "\\r\\n", StringComparison.Ordinal)}\":[[1]]}}"));
        await SendAsync(RawRequest.Of("GET", $"{FilterVisitor.Leads}?email=a&{escaped}=1&email=b"));
        await SendAsync(RawRequest.Of("GET", $"/api/campaigns/{escaped}/leads?email=a"));
        await SendAsync(RawRequest.Of("GET", $"/api/{escaped}"));
        await SendAsync(RawRequest.Of("GET", $"{FilterVisitor.Rejections}?vendor={escaped}&source={escaped}&after={escaped}", key: FilterVisitor.AdminKey));
        await SendAsync(RawRequest.Of("POST", $"/api/suppressions/{escaped}", escaped, "text/plain", key: FilterVisitor.AdminKey));
        foreach (var header in (string[])["Idempotency-Key", "X-Api-Key", "User-Agent", "Accept", "Content-Encoding", "Host", "X-Forwarded-For"])
        {
            await SendAsync(RawRequest.Of("POST", FilterVisitor.Leads, "{\"email\":\"dee@example.com\"}", header: $"{header}: a{Esc}{Forged}"));
        }

        await filter.DeliveredAsync();
        foreach (var (_, text) in log.Entries)
        {
            Assert.DoesNotContain("forged", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\u001b", text, StringComparison.Ordinal);
        }
    }

    [TestMethod]
    public async Task A_name_that_is_told_again_is_escaped_in_the_answer()
    {
        var answer = await filter.Visitor.SendRawAsync(RawRequest.Of("POST", FilterVisitor.Leads, "{\"a\\r\\nSet-Cookie: x=y\\u001b[31m\\u202E\":[[1]]}"));

        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\nSet-Cookie", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", answer, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task An_idempotency_key_with_anything_but_visible_ASCII_is_refused()
    {
        foreach (var key in (string[])[$"a{Esc}", "a\tb", "a\u0085b", "\u00e9", "a b"])
        {
            var answer = await filter.Visitor.SendRawAsync(RawRequest.Of("POST", FilterVisitor.Leads, "{\"email\":\"a@example.com\"}", header: $"Idempotency-Key: {key}"));
            Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal, key);
        }
    }

    private async Task SendAsync(byte[] request)
    {
        var answer = await filter.Visitor.SendRawAsync(request);
        Assert.DoesNotContain("HTTP/1.1 5", answer, StringComparison.Ordinal, answer);
        Assert.DoesNotContain("\u001b", answer, StringComparison.Ordinal, answer);
    }
}
