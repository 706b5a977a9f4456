using System.Text;
using LeadFilter.Tests.Delivery;

namespace LeadFilter.Tests.Lookups;

/// <summary>What providers answer, and what becomes of it. Nothing that a provider does harms a lead or the filter.</summary>
[TestClass]
public sealed class LookupAnswerTests
{
    [TestMethod]
    public async Task Values_of_the_answer_become_fields_of_the_lead()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Mobile);
        Assert.AreEqual("phone.line_type=mobile, phone.active=true, phone.failed=false", await scene.AskAsync(scene.PhoneLookup()));
    }

    [TestMethod]
    [DataRow("""{"line":{},"active":null}""", "phone.failed=false")]
    [DataRow("[]", "phone.failed=false")]
    [DataRow("""{"line":{"type":""},"active":"no"}""", "phone.active=no, phone.failed=false")]
    [DataRow("""{"line":{"type":["a","b",3]},"active":0}""", "phone.line_type=a, b, 3, phone.active=0, phone.failed=false")]
    [DataRow("""{"line":{"type":12.50}}""", "phone.line_type=12.50, phone.failed=false")]
    public async Task What_is_missing_null_or_empty_is_no_fact(string answer, string found)
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Json(answer));
        Assert.AreEqual(found, await scene.AskAsync(scene.PhoneLookup()));
    }

    [TestMethod]
    [DataRow("", "unreadable")]
    [DataRow("<html>", "unreadable")]
    [DataRow("""{"active":true""", "unreadable")]
    [DataRow("""{"line":{"type":"\ud800"}}""", "unreadable")]
    [DataRow("""{"line":{"type":{"deep":1}}}""", "wrong_type")]
    [DataRow("""{"line":{"type":[["a"]]}}""", "wrong_type")]
    [DataRow("""{"active":"perhaps"}""", "wrong_type")]
    [DataRow("""{"active":[true]}""", "wrong_type")]
    public async Task An_answer_that_lies_is_a_failure(string answer, string result)
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Json(answer));
        Assert.AreEqual("phone.failed=true", await scene.AskAsync(scene.PhoneLookup()));
        Assert.AreEqual($"phone {result}", scene.Results.Single());
    }

    [TestMethod]
    public async Task A_deep_answer_is_a_failure()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Json(new string('[', 10_000) + new string(']', 10_000)));
        await scene.AskAsync(scene.PhoneLookup());
        Assert.AreEqual("phone unreadable", scene.Results.Single());
    }

    [TestMethod]
    [DataRow("text/html")]
    [DataRow(null)]
    [DataRow("application/json; charset=utf-16")]
    [DataRow("application/json; charset=iso-8859-1")]
    public async Task An_answer_of_another_content_type_is_a_failure(string? type)
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Content(type, """{"active":true}"""));
        Assert.AreEqual("phone.failed=true", await scene.AskAsync(scene.PhoneLookup()));
        Assert.AreEqual("phone content_type", scene.Results.Single());
    }

    [TestMethod]
    [DataRow("application/json; charset=utf-8")]
    [DataRow("application/vnd.api+json")]
    [DataRow("Application/JSON; charset=\"UTF-8\"")]
    public async Task JSON_has_several_content_types(string type)
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Content(type, """{"active":true}"""));
        Assert.AreEqual("phone.active=true, phone.failed=false", await scene.AskAsync(scene.PhoneLookup()));
    }

    [TestMethod]
    public async Task An_answer_in_another_encoding_than_UTF_8_is_a_failure()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(
            ProviderSteps.Bytes("application/json", Encoding.Unicode.GetBytes("""{"active":true}""")),
            ProviderSteps.Bytes("application/json", Encoding.Latin1.GetBytes("""{"line":{"type":"é"}}""")),
            ProviderSteps.Bytes("application/json", [0x1f, 0x8b, 8], encoding: "gzip"));
        for (var at = 0; at < 3; at++)
        {
            await scene.AskAsync(scene.PhoneLookup());
        }

        Assert.AreEqual("phone unreadable|phone unreadable|phone content_type", string.Join('|', scene.Results));
    }

    [TestMethod]
    public async Task A_body_without_end_is_read_to_64_KB_and_no_further()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Endless, ProviderSteps.Json("{\"active\":true" + new string(' ', (64 * 1024) - 15) + "}"), ProviderSteps.Json(new string(' ', (64 * 1024) - 1) + "{}"));
        Assert.AreEqual("phone.failed=true", await scene.AskAsync(scene.PhoneLookup()));
        Assert.AreEqual("phone.active=true, phone.failed=false", await scene.AskAsync(scene.PhoneLookup(), "602 234 9877"));
        await scene.AskAsync(scene.PhoneLookup(), "602 234 9878");
        Assert.AreEqual("phone too_large|phone answered|phone too_large", string.Join('|', scene.Results));
    }

    [TestMethod]
    public async Task A_head_without_end_is_a_failure()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(CrmSteps.HugeHead);
        await scene.AskAsync(scene.PhoneLookup());
        Assert.AreEqual("phone too_large", scene.Results.Single());
    }

    [TestMethod]
    public async Task A_text_that_is_too_long_for_a_fact_is_a_failure()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Json($$$"""{"line":{"type":"{{{new string('x', 501)}}}"}}"""));
        await scene.AskAsync(scene.PhoneLookup());
        Assert.AreEqual("phone wrong_type", scene.Results.Single());
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_broken_connection_is_a_failure(bool midway)
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(midway
            ? async (_, context, _) =>
            {
                context.Response.ContentType = "application/json";
                context.Response.ContentLength = 1_000;
                await context.Response.Body.WriteAsync("{"u8.ToArray());
                await context.Response.Body.FlushAsync();
                context.Abort();
            }
            : CrmSteps.Reset);
        await scene.AskAsync(scene.PhoneLookup());
        Assert.AreEqual("phone unreachable", scene.Results.Single());
    }

    [TestMethod]
    [DataRow(400)]
    [DataRow(401)]
    [DataRow(404)]
    [DataRow(429)]
    [DataRow(500)]
    [DataRow(503)]
    public async Task Another_status_than_2xx_is_a_failure(int status)
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Json("""{"active":true}""", status));
        Assert.AreEqual("phone.failed=true", await scene.AskAsync(scene.PhoneLookup()));
        Assert.AreEqual("phone status", scene.Results.Single());
        Assert.Contains($"(status {status})", scene.Logs.Lines.Single(line => line.StartsWith("5001", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow(301)]
    [DataRow(302)]
    [DataRow(307)]
    [DataRow(308)]
    public async Task No_redirect_is_followed(int status)
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(CrmSteps.AnswerWith(status, "Location", "/v1/elsewhere"), ProviderSteps.Mobile);
        Assert.AreEqual("phone.failed=true", await scene.AskAsync(scene.PhoneLookup()));
        Assert.AreEqual("phone status", scene.Results.Single());
        Assert.HasCount(1, scene.Provider.Calls);
    }

    [TestMethod]
    public async Task A_status_of_which_a_fact_speaks_is_an_answer_whatever_its_body()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Content("text/html", "<p>not found</p>", 404), ProviderSteps.Json("""{"active":true}"""));
        var lookup = scene.PhoneLookup(facts: """{ "known": { "status": [200] }, "gone": { "status": [404, 410] }, "active": { "path": "$.active", "type": "boolean", "required": true } }""");
        Assert.AreEqual("phone.known=false, phone.gone=true, phone.failed=false", await scene.AskAsync(lookup));
        Assert.AreEqual("phone.known=true, phone.gone=false, phone.active=true, phone.failed=false", await scene.AskAsync(lookup, "602 234 9877"));
    }

    [TestMethod]
    public async Task Facts_of_the_status_alone_need_no_body()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(CrmSteps.Answer(204));
        Assert.AreEqual("phone.known=true, phone.failed=false", await scene.AskAsync(scene.PhoneLookup(facts: """{ "known": { "status": [200, 204] } }""")));
    }

    [TestMethod]
    public async Task An_answer_without_a_required_fact_is_a_failure()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Json("""{"active":null}"""));
        Assert.AreEqual("phone.failed=true", await scene.AskAsync(scene.PhoneLookup(facts: """{ "active": { "path": "$.active", "type": "boolean", "required": true } }""")));
        Assert.AreEqual("phone fact_missing", scene.Results.Single());
    }

    [TestMethod]
    public async Task An_answer_may_say_itself_that_the_provider_failed()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Json("""{"status":"Error","active":true}"""), ProviderSteps.Json("""{"status":"ok","active":true}"""));
        var lookup = scene.PhoneLookup(""", "failsWhen": { "path": "$.status", "values": ["error", 7] }""");
        Assert.AreEqual("phone.failed=true", await scene.AskAsync(lookup));
        Assert.AreEqual("phone.active=true, phone.failed=false", await scene.AskAsync(lookup));
        Assert.AreEqual("phone provider_failed|phone answered", string.Join('|', scene.Results));
    }

    [TestMethod]
    public async Task A_fact_may_say_whether_something_is_there()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Json("""{"hits":[{}]}"""), ProviderSteps.Json("""{"hits":[]}"""));
        var lookup = scene.PhoneLookup(facts: """{ "listed": { "exists": "$.hits[0]" } }""");
        Assert.AreEqual("phone.listed=true, phone.failed=false", await scene.AskAsync(lookup));
        Assert.AreEqual("phone.listed=false, phone.failed=false", await scene.AskAsync(lookup, "602 234 9877"));
    }
}
