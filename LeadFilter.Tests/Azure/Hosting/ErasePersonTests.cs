using System.Text.Json;
using LeadFilter.Functions.Erasure;
using LeadFilter.Functions.Upkeep;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Tests.Azure.Hosting;

/// <summary>A person is erased on Azure: by the function, from Service Bus over the wire and from the tables.</summary>
[TestClass]
public sealed class ErasePersonTests
{
    [TestMethod]
    public async Task Lead_in_the_queue_is_not_delivered_when_it_comes_to_its_function()
    {
        await using var filter = await AzureFilter.StartAsync();
        var bought = await filter.PostAsync("acme", "zoe");

        var erasure = await EraseAsync(filter, "zoe@example.com");
        await filter.ForwardAsync();

        Assert.AreEqual("in_delivery", erasure.GetProperty("leads")[0].GetProperty("place").GetString(), bought.Body);
        Assert.IsTrue(erasure.GetProperty("repeat").GetBoolean());
        Assert.IsEmpty(filter.Crm.Calls);
        Assert.IsEmpty(filter.Leads.Messages);
        Assert.AreEqual(0, filter.Tables[TableNames.Claims].Count);
    }

    [TestMethod]
    public async Task Lead_that_waits_for_its_next_try_is_deleted()
    {
        await using var filter = await AzureFilter.StartAsync();
        filter.Crm.Answer = _ => Task.FromResult(DeliveryResult.Later("crm_error", "The CRM answered 500."));
        await filter.PostAsync("acme", "zoe");
        await filter.ForwardAsync();

        var erasure = await EraseAsync(filter, "zoe@example.com");

        Assert.AreEqual("queued", erasure.GetProperty("leads")[0].GetProperty("place").GetString());
        Assert.AreEqual(1, erasure.GetProperty("erased").GetProperty("queued").GetInt32());
        Assert.IsEmpty(filter.Leads.Messages);
    }

    [TestMethod]
    public async Task Dead_letter_is_deleted_and_others_stay()
    {
        await using var filter = await AzureFilter.StartAsync();
        await BuryAsync(filter, "ann");
        await BuryAsync(filter, "zoe");

        var erasure = await EraseAsync(filter, "zoe@example.com");

        Assert.AreEqual(1, erasure.GetProperty("erased").GetProperty("deadLetters").GetInt32());
        Assert.HasCount(1, filter.Leads.DeadLetters!.Messages);
    }

    [TestMethod]
    public async Task Dead_letters_end_after_thirty_days()
    {
        await using var filter = await AzureFilter.StartAsync();
        await BuryAsync(filter, "ann");
        filter.Clock.Advance(TimeSpan.FromDays(29));
        await BuryAsync(filter, "zoe");
        filter.Clock.Advance(TimeSpan.FromDays(1));

        await filter.Get<SweepExpired>().RunAsync(new TimerInfo(), CancellationToken.None);

        Assert.HasCount(1, filter.Leads.DeadLetters!.Messages);
    }

    private static async Task BuryAsync(AzureFilter filter, string person)
    {
        filter.Crm.Answer = _ => Task.FromResult(DeliveryResult.Refused("crm_refused", "The CRM answered 400."));
        await filter.PostAsync("acme", person);
        await filter.ForwardAsync();
    }

    private static async Task<JsonElement> EraseAsync(AzureFilter filter, string value)
    {
        var context = filter.NewContext($"[\"{value}\"]");
        context.Request.Headers.Authorization = $"Bearer {AzureFilter.AdminKey}";
        var answer = await AzureFilter.AnswerAsync(context, await filter.Get<ErasePerson>().RunAsync(context.Request, CancellationToken.None));
        Assert.AreEqual(200, answer.Status, answer.Body);
        return JsonDocument.Parse(answer.Body).RootElement;
    }
}
