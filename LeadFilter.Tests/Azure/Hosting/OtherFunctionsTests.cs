using System.Text.Json;
using Azure;
using LeadFilter.Functions.Capacity;
using LeadFilter.Functions.Duplicates;
using LeadFilter.Functions.Health;
using LeadFilter.Functions.Decisions;
using LeadFilter.Functions.Suppression;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Azure.ServiceBus.Faults;

namespace LeadFilter.Tests.Azure.Hosting;

[TestClass]
public sealed class OtherFunctionsTests
{
    [TestMethod]
    public async Task Rejections_are_listed_for_the_admin()
    {
        await using var filter = await AzureFilter.StartAsync();
        await filter.PostAsync("acme", "ann");
        await filter.PostAsync("bright", "ann");
        var context = filter.NewContext();
        context.Request.Headers.Authorization = $"Bearer {AzureFilter.AdminKey}";

        var answer = await AzureFilter.AnswerAsync(context, await filter.Get<ListRejections>().RunAsync(context.Request, "loans", CancellationToken.None));

        Assert.AreEqual(200, answer.Status);
        var listed = JsonDocument.Parse(answer.Body).RootElement.GetProperty("rejections");
        Assert.AreEqual(1, listed.GetArrayLength());
        Assert.AreEqual("bright", listed[0].GetProperty("vendor").GetString());
    }

    [TestMethod]
    public async Task All_decisions_are_listed_for_the_admin()
    {
        await using var filter = await AzureFilter.StartAsync();
        await filter.PostAsync("acme", "ann");
        await filter.PostAsync("bright", "ann");
        var context = filter.NewContext();
        context.Request.Headers.Authorization = $"Bearer {AzureFilter.AdminKey}";

        var answer = await AzureFilter.AnswerAsync(context, await filter.Get<ListDecisions>().RunAsync(context.Request, "loans", CancellationToken.None));

        Assert.AreEqual(200, answer.Status);
        Assert.AreEqual(2, JsonDocument.Parse(answer.Body).RootElement.GetProperty("decisions").GetArrayLength());
    }

    [TestMethod]
    public async Task Rejections_are_not_listed_without_the_key()
    {
        await using var filter = await AzureFilter.StartAsync();
        var context = filter.NewContext();

        var answer = await AzureFilter.AnswerAsync(context, await filter.Get<ListRejections>().RunAsync(context.Request, "loans", CancellationToken.None));

        Assert.AreEqual(401, answer.Status);
    }

    [TestMethod]
    public async Task Rejections_are_answered_503_while_the_log_is_down()
    {
        await using var filter = await AzureFilter.StartAsync();
        filter.Tables[TableNames.Decisions].Fault = () => new RequestFailedException(500, "down");
        var context = filter.NewContext();
        context.Request.Headers.Authorization = $"Bearer {AzureFilter.AdminKey}";

        var answer = await AzureFilter.AnswerAsync(context, await filter.Get<ListRejections>().RunAsync(context.Request, "loans", CancellationToken.None));

        Assert.AreEqual(503, answer.Status);
        Assert.AreEqual("5", answer.RetryAfter);
    }

    [TestMethod]
    [DataRow($"Bearer {AzureFilter.AdminKey}", 200, """{"caps":[]}""")]
    [DataRow("Bearer acme-demo-key", 401, null)]
    public async Task Caps_are_listed_for_the_admin_only(string authorization, int status, string? body)
    {
        await using var filter = await AzureFilter.StartAsync();
        var context = filter.NewContext();
        context.Request.Headers.Authorization = authorization;

        var answer = await AzureFilter.AnswerAsync(context, await filter.Get<ListCaps>().RunAsync(context.Request, "loans", CancellationToken.None));

        Assert.AreEqual(status, answer.Status);
        Assert.AreEqual(body ?? answer.Body, answer.Body);
    }

    [TestMethod]
    public async Task Suppression_lists_are_filled_and_counted_for_the_admin()
    {
        await using var filter = await AzureFilter.StartAsync();
        var post = filter.NewContext("[\"ann@example.com\"]");
        post.Request.QueryString = new("?by=email");
        var get = filter.NewContext();
        get.Request.Method = "GET";
        post.Request.Headers.Authorization = get.Request.Headers.Authorization = $"Bearer {AzureFilter.AdminKey}";

        var added = await AzureFilter.AnswerAsync(post, await filter.Get<ChangeSuppressions>().RunAsync(post.Request, "customers", CancellationToken.None));
        var lists = await AzureFilter.AnswerAsync(get, await filter.Get<ListSuppressions>().RunAsync(get.Request, CancellationToken.None));

        Assert.AreEqual("""{"list":"customers","added":1,"renewed":0,"alreadyThere":0,"invalid":0,"problems":[]}""", added.Body);
        Assert.AreEqual("""{"lists":[{"list":"customers","entries":1,"by":{"email":1}}]}""", lists.Body);
    }

    [TestMethod]
    public async Task Vendor_learns_by_a_hash_that_a_person_was_bought()
    {
        await using var filter = await AzureFilter.StartAsync();
        await filter.PostAsync("acme", "ann");
        var context = filter.NewContext($$"""{"email_sha256":"{{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData("ann@example.com"u8))}}"}""");
        context.Request.Headers.Authorization = "Bearer bright-demo-key";

        var answer = await AzureFilter.AnswerAsync(context, await filter.Get<CheckPerson>().RunAsync(context.Request, "loans", CancellationToken.None));

        Assert.AreEqual("""{"known":true}""", answer.Body);
    }

    [TestMethod]
    public async Task Questions_of_vendors_are_counted_and_listed_with_the_caps()
    {
        await using var filter = await AzureFilter.StartAsync();
        var asking = filter.NewContext($$"""{"email_sha256":"{{new string('0', 64)}}"}""");
        asking.Request.Headers.Authorization = "Bearer bright-demo-key";
        await AzureFilter.AnswerAsync(asking, await filter.Get<CheckPerson>().RunAsync(asking.Request, "loans", CancellationToken.None));
        var listing = filter.NewContext();
        listing.Request.Headers.Authorization = $"Bearer {AzureFilter.AdminKey}";

        var answer = await AzureFilter.AnswerAsync(listing, await filter.Get<ListCaps>().RunAsync(listing.Request, "loans", CancellationToken.None));

        var quota = JsonDocument.Parse(answer.Body).RootElement.GetProperty("caps").EnumerateArray().Single();
        Assert.AreEqual("contract:questions bright 1", $"{quota.GetProperty("id")} {quota.GetProperty("vendor")} {quota.GetProperty("taken")}");
    }

    [TestMethod]
    public async Task Filter_is_live()
    {
        await using var filter = await AzureFilter.StartAsync();
        var context = filter.NewContext();

        var answer = await AzureFilter.AnswerAsync(context, await filter.Get<Live>().RunAsync(context.Request, CancellationToken.None));

        Assert.AreEqual("""{"status":"live"}""", answer.Body);
    }

    [TestMethod]
    public async Task Filter_is_ready_with_its_campaigns()
    {
        await using var filter = await AzureFilter.StartAsync();

        var answer = await ReadyAsync(filter);

        Assert.AreEqual(200, answer.Status);
        Assert.AreEqual(
            """{"status":"ready","campaigns":[{"campaign":"loans","version":"test.1"}],"problems":[],"missingSecrets":[]"""
            + ""","deliveries":[{"campaign":"loans","destination":"/demo/crm/leads","waiting":0,"deadLetters":0}],"recordsWaiting":0,"noticesWaiting":0,"noticeDeadLetters":0}""",
            answer.Body);
    }

    [TestMethod]
    public async Task Readiness_shows_no_details_without_the_admin_key()
    {
        await using var filter = await AzureFilter.StartAsync();

        Assert.AreEqual("""{"status":"ready"}""", (await ReadyAsync(filter, "none")).Body);
    }

    [TestMethod]
    public async Task Filter_is_not_ready_while_Service_Bus_is_down()
    {
        await using var filter = await AzureFilter.StartAsync();
        filter.Bus.Faults.Requests.Always = Fault.EntityNotFound;

        var answer = await ReadyAsync(filter);

        Assert.AreEqual(503, answer.Status);
        Assert.Contains("The queues do not answer.", answer.Body, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Filter_is_not_ready_while_the_tables_are_down()
    {
        await using var filter = await AzureFilter.StartAsync();
        filter.Tables[TableNames.Receipts].Fault = () => new RequestFailedException(500, "down");

        Assert.AreEqual(503, (await ReadyAsync(filter)).Status);
    }

    [TestMethod]
    public async Task Tables_are_made_before_the_first_call()
    {
        await using var filter = await AzureFilter.StartAsync();

        foreach (var name in TableNames.All)
        {
            Assert.IsTrue(filter.Tables[name].Exists, name);
        }
    }

    [TestMethod]
    public async Task Filter_starts_without_the_tables_and_says_so()
    {
        await using var filter = new AzureFilter();
        filter.Tables.Fault = new RequestFailedException(403, "marked-value", "AuthorizationFailure", null);

        await filter.PrepareAsync();

        Assert.AreEqual(
            "Tables that are missing could not be made: Table Decisions answered 403 (AuthorizationFailure). They are made at the next start",
            filter.Log.Errors.Single());
        Assert.AreEqual(503, (await filter.PostAsync("acme", "ann")).Status);
    }

    private static async Task<HttpAnswer> ReadyAsync(AzureFilter filter, string key = AzureFilter.AdminKey)
    {
        var context = filter.NewContext();
        context.Request.Headers.Authorization = $"Bearer {key}";
        return await AzureFilter.AnswerAsync(context, await filter.Get<Ready>().RunAsync(context.Request, CancellationToken.None));
    }
}
