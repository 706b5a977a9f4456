using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LeadFilter.Cli.Invocation;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Tests.Cli;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFilter.Tests.Serving;

/// <summary>Opt-outs over HTTP and by the command, on a whole filter.</summary>
[TestClass]
public sealed class OptOutsEndpointTests : IDisposable
{
    private const string OptOuts = "/api/opt-outs";

    private readonly FilterFolders folders = new();
    private FilterUnderTest filter = null!;

    public TestContext TestContext { get; set; } = null!;

    [TestInitialize]
    public async Task StartAsync() => filter = await FilterUnderTest.StartAsync(folders);

    [TestCleanup]
    public ValueTask StopAsync() => filter.DisposeAsync();

    public void Dispose() => folders.Dispose();

    [TestMethod]
    public async Task G14_Nobody_buys_a_person_from_the_answer_on()
    {
        var (status, body) = await SendAsync(HttpMethod.Post, OptOuts, """{ "email": "ANN@example.com" }""");

        Assert.AreEqual((HttpStatusCode.OK, "recorded"), (status, JsonDocument.Parse(body).RootElement.GetProperty("result").GetString()));
        foreach (var vendor in (string[])["acme", "bright"])
        {
            Assert.Contains("opted_out", (await filter.Visitor.SendAsync(vendor, FilterVisitor.Person("ann"))).Body, StringComparison.Ordinal);
        }
    }

    [TestMethod]
    public async Task G13_An_opt_out_that_is_told_again_is_known()
    {
        var first = await RecordAsync("""{ "email": "ann@example.com", "channels": ["call", "text"] }""");
        var again = await RecordAsync("""{ "email": "Ann@Example.com", "channels": ["text", "call"] }""");

        Assert.AreEqual(first, again);
        var (_, list) = await SendAsync(HttpMethod.Get, OptOuts);
        Assert.AreEqual(first, JsonDocument.Parse(list).RootElement.GetProperty("optOuts").EnumerateArray().Single().GetProperty("id").GetString());
    }

    [TestMethod]
    public async Task Each_line_of_a_batch_has_its_own_answer()
    {
        var (status, body) = await SendAsync(
            HttpMethod.Post, OptOuts, "email,channels,scope\nann@example.com,call text,loans\nann@example.com,fax,\nben@example.com,,nowhere\n", "text/csv");

        Assert.AreEqual(HttpStatusCode.OK, status);
        Assert.AreEqual("2 recorded|3 channel_unknown|4 campaign_unknown", string.Join(
            '|', JsonDocument.Parse(body).RootElement.GetProperty("lines").EnumerateArray().Select(
                static line => $"{line.GetProperty("line")} {(line.TryGetProperty("code", out var code) ? code : line.GetProperty("result"))}")));
    }

    [TestMethod]
    public async Task A_single_one_that_is_refused_is_a_422()
    {
        var (status, body) = await SendAsync(HttpMethod.Post, OptOuts, """{ "email": "nobody" }""");

        Assert.AreEqual(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("person_unreadable", body, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody", body, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_dry_run_holds_nothing()
    {
        await SendAsync(HttpMethod.Post, OptOuts + "?dry_run=true", """{ "email": "ann@example.com" }""");

        Assert.AreEqual("success", (await filter.Visitor.SendAsync("acme", FilterVisitor.Person("ann"))).Outcome);
    }

    [TestMethod]
    public async Task A_proof_is_signed_over_its_exact_bytes()
    {
        var id = await RecordAsync("""{ "email": "ann@example.com", "phone": "415-234-1234" }""");

        var (_, body) = await SendAsync(HttpMethod.Get, $"{OptOuts}/{id}/proof");
        var proof = JsonDocument.Parse(body).RootElement;
        var document = proof.GetProperty("document").GetString()!;

        Assert.AreEqual(
            filter.Host.Services.GetRequiredService<IdentityHasher>().Sign(Encoding.UTF8.GetBytes(document)), proof.GetProperty("signature").GetString());
        Assert.AreEqual(id, JsonDocument.Parse(document).RootElement.GetProperty("optOut").GetProperty("id").GetString());
        Assert.DoesNotContain("ann@example.com", document, StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_signature_is_the_plain_HMAC_of_the_secret()
    {
        var secret = Encoding.UTF8.GetBytes("a secret of at least thirty-two bytes");
        var document = "{\"a\":1}"u8.ToArray();

        Assert.AreEqual(Convert.ToHexStringLower(HMACSHA256.HashData(secret, document)), new IdentityHasher(secret).Sign(document));
    }

    [TestMethod]
    [DataRow("00000000000000000000000000000000")]
    [DataRow("ann@example.com")]
    public async Task An_unknown_one_is_a_404(string id)
    {
        var (status, body) = await SendAsync(HttpMethod.Get, $"{OptOuts}/{id}");

        Assert.AreEqual(HttpStatusCode.NotFound, status);
        Assert.Contains("unknown-opt-out", body, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_vendor_cannot_tell_or_read_opt_outs()
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
        {
            Assert.AreEqual(HttpStatusCode.Unauthorized, (await SendAsync(method, OptOuts, "{}", key: "acme-demo-key")).Status);
        }
    }

    [TestMethod]
    public async Task The_command_imports_lists_shows_and_proves()
    {
        var file = Path.Combine(folders.Data, "..", "opt-outs.csv");
        await File.WriteAllTextAsync(file, "email,channels,id\nann@example.com,call,r-1\nben@example.com,fax,r-2\n", TestContext.CancellationToken);

        var (exit, output) = await RunAsync("import", file);
        Assert.AreEqual(ExitCode.Done, exit);
        Assert.Contains("counted: 1, known before: 0, refused: 1", output, StringComparison.Ordinal);

        var csv = (await RunAsync("list", "--channel", "call", "--csv")).Output.Split('\n');
        Assert.Contains("a***@e***.com", csv[1], StringComparison.Ordinal);
        var id = csv[1].Split(',')[0];
        Assert.Contains("channels:    call", (await RunAsync("show", id)).Output, StringComparison.Ordinal);
        Assert.Contains("HMAC-SHA-256", (await RunAsync("proof", id)).Output, StringComparison.Ordinal);
    }

    private async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        using var run = new CommandLineRun();
        var exit = await run.RunAsync(
            ["opt-outs", .. arguments, "--url", filter.Host.Address.ToString(), "--admin-key", FilterVisitor.AdminKey]);
        return (exit, run.Output + run.Error);
    }

    private async Task<string> RecordAsync(string body) =>
        JsonDocument.Parse((await SendAsync(HttpMethod.Post, OptOuts, body)).Body).RootElement.GetProperty("id").GetString()!;

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(
        HttpMethod method, string address, string? body = null, string type = "application/json", string key = FilterVisitor.AdminKey)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, type);
        return await filter.Visitor.AskAsync(method, address, key, content);
    }
}
