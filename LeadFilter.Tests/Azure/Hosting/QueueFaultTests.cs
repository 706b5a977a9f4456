using System.Text.Json;
using LeadFilter.Functions.Queues;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Tests.Azure.ServiceBus.Faults;

namespace LeadFilter.Tests.Azure.Hosting;

/// <summary>What the filter answers and keeps when Service Bus fails, over the wire (G1, G2).</summary>
[TestClass]
public sealed class QueueFaultTests
{
    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Cancellation => TestContext.CancellationToken;

    [TestMethod]
    [DataRow(Fault.ServerBusy)]
    [DataRow(Fault.InternalError)]
    [DataRow(Fault.LostAcknowledgement)]
    [DataRow(Fault.ConnectionDropped)]
    public async Task Lead_is_bought_and_queued_once_although_the_queue_fails_for_a_moment(Fault fault)
    {
        await using var filter = await AzureFilter.StartAsync();
        filter.Bus.Faults.Sends.Next(fault);

        Assert.AreEqual("success", Outcome(await filter.PostAsync("acme", "ann")));

        Assert.HasCount(1, filter.Leads.Messages);
        Assert.AreEqual(2, filter.Bus.Faults.Sends.Count);
    }

    [TestMethod]
    public async Task Lead_is_bought_after_the_connection_was_dropped_in_between()
    {
        await using var filter = await AzureFilter.StartAsync();
        await filter.PostAsync("acme", "ann");
        filter.Bus.DropConnections();

        Assert.AreEqual("success", Outcome(await filter.PostAsync("acme", "bob")));

        Assert.HasCount(2, filter.Leads.Messages);
    }

    [TestMethod]
    [DataRow(Fault.Hang)]
    [DataRow(Fault.NoAcknowledgement)]
    public async Task Lead_whose_acknowledgement_does_not_come_is_answered_503_in_time_and_queued_once_when_it_is_sent_again(Fault fault)
    {
        await using var filter = await AzureFilter.StartAsync();
        filter.Bus.Faults.Sends.Always = fault;
        var posting = filter.PostAsync("acme", "ann");
        await filter.Bus.Faults.Sends.WaitForAsync(1, Cancellation);

        filter.Clock.Advance(SendTries.Budget);

        Assert.AreEqual(503, (await posting).Status);
        filter.Bus.Faults.Sends.Always = Fault.None;
        Assert.AreEqual("failure", Outcome(await filter.PostAsync("bright", "ann")), "it may be in the queue");
        Assert.AreEqual("success", Outcome(await filter.PostAsync("acme", "ann")));
        Assert.HasCount(1, filter.Leads.Messages);
    }

    [TestMethod]
    public async Task Lead_is_answered_503_while_Service_Bus_cannot_be_reached_and_bought_afterwards()
    {
        await using var filter = await AzureFilter.StartAsync();
        filter.Bus.Faults.Connections.Always = Fault.ConnectionDropped;

        Assert.AreEqual(503, (await filter.PostAsync("acme", "ann")).Status);

        filter.Bus.Faults.Connections.Always = Fault.None;
        Assert.AreEqual("success", Outcome(await filter.PostAsync("acme", "ann")));
        Assert.HasCount(1, filter.Leads.Messages);
    }

    [TestMethod]
    public async Task Lead_is_answered_503_while_Service_Bus_refuses_the_token_and_the_operator_is_told()
    {
        await using var filter = await AzureFilter.StartAsync();
        filter.Bus.Faults.Tokens.Always = Fault.Unauthorized;

        Assert.AreEqual(503, (await filter.PostAsync("acme", "ann")).Status);

        Assert.Contains("Queue leads takes no messages until somebody fixes it: UnauthorizedAccessException", filter.Log.Errors);
    }

    [TestMethod]
    public async Task Delivered_lead_whose_completion_is_not_acknowledged_is_gone()
    {
        await using var filter = await BoughtAsync();
        filter.Bus.Faults.Settlements.Next(Fault.LostAcknowledgement);

        await filter.ForwardAsync();

        Assert.IsEmpty(filter.Leads.Messages);
        Assert.HasCount(1, filter.Crm.Calls);
    }

    [TestMethod]
    public async Task Delivered_lead_whose_completion_does_not_arrive_comes_again_and_reaches_the_CRM_once()
    {
        await using var filter = await BoughtAsync();
        filter.Bus.Faults.Settlements.Next(Fault.ConnectionDropped);
        await filter.ForwardAsync();
        Assert.HasCount(1, filter.Leads.Messages);

        filter.Clock.Advance(TimeSpan.FromMinutes(1));
        await filter.ForwardAsync();

        Assert.IsEmpty(filter.Leads.Messages);
        Assert.HasCount(1, filter.Crm.Calls);
    }

    [TestMethod]
    public async Task Lead_for_later_is_kept_once_although_the_acknowledgement_of_its_copy_is_lost_each_time()
    {
        await using var filter = await BoughtAsync();
        filter.Crm.Answer = _ => Task.FromResult(DeliveryResult.Later("crm_error", "The CRM answered 500."));
        filter.Bus.Faults.Sends.Always = Fault.LostAcknowledgement;
        await filter.ForwardAsync();
        Assert.HasCount(2, filter.Leads.Messages, "the lead is kept, for its copy may not have arrived");

        filter.Bus.Faults.Sends.Always = Fault.None;
        filter.Clock.Advance(TimeSpan.FromMinutes(1));
        await filter.ForwardAsync();

        Assert.EndsWith("/attempt-2", filter.Leads.Messages.Single().Sent.MessageId!, StringComparison.Ordinal);
    }

    private static async Task<AzureFilter> BoughtAsync()
    {
        var filter = await AzureFilter.StartAsync();
        Assert.AreEqual(201, (await filter.PostAsync("acme", "ann")).Status);
        return filter;
    }

    private static string? Outcome(HttpAnswer answer) => JsonDocument.Parse(answer.Body).RootElement.GetProperty("outcome").GetString();
}
