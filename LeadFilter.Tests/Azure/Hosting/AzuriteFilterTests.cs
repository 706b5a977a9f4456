using System.Security.Cryptography;
using System.Text.Json;
using LeadFilter.Functions.Decisions;
using LeadFilter.Tests.Azure.Tables;

namespace LeadFilter.Tests.Azure.Hosting;

/// <summary>The filter as it is composed on Azure, from the request to the CRM, with its tables in Azurite and Service Bus over the wire.</summary>
[TestClass]
public sealed class AzuriteFilterTests
{
    // All of these tests have one account and its tables.
    private readonly string ann = "ann" + RandomNumberGenerator.GetHexString(16, lowercase: true);

    [TestMethod]
    public async Task Bought_lead_reaches_the_CRM_once_however_often_it_is_sent()
    {
        await using var filter = await StartAsync();

        var first = await filter.PostAsync("acme", ann);
        var second = await filter.PostAsync("acme", ann);
        await filter.ForwardAsync();

        Assert.AreEqual(201, first.Status);
        Assert.AreEqual(first, second);
        Assert.AreEqual(Lead(first).GetProperty("id").GetString(), filter.Crm.Calls.Single().ToString());
        Assert.IsEmpty(filter.Leads.Messages);
    }

    [TestMethod]
    public async Task Same_person_from_another_vendor_is_rejected_and_stands_in_the_log()
    {
        await using var filter = await StartAsync();
        await filter.PostAsync("acme", ann);

        var rejected = await filter.PostAsync("bright", ann);

        Assert.AreEqual("failure", JsonDocument.Parse(rejected.Body).RootElement.GetProperty("outcome").GetString());
        var context = filter.NewContext();
        context.Request.Headers.Authorization = $"Bearer {AzureFilter.AdminKey}";
        var log = await AzureFilter.AnswerAsync(context, await filter.Get<ListRejections>().RunAsync(context.Request, "loans", CancellationToken.None));
        Assert.Contains(Lead(rejected).GetProperty("id").GetString()!, log.Body, StringComparison.Ordinal);
    }

    private static JsonElement Lead(HttpAnswer answer) => JsonDocument.Parse(answer.Body).RootElement.GetProperty("lead");

    private static async Task<AzureFilter> StartAsync() => await AzureFilter.StartAsync(account: await Azurite.ConnectAsync());
}
