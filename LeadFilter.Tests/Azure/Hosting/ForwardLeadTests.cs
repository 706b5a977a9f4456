using Azure;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Azure.ServiceBus.Faults;

namespace LeadFilter.Tests.Azure.Hosting;

[TestClass]
public sealed class ForwardLeadTests
{
    [TestMethod]
    public async Task Delivered_lead_is_completed_and_recorded()
    {
        await using var filter = await BoughtAsync();

        await filter.ForwardAsync();

        Assert.IsEmpty(filter.Leads.Messages);
        // The entry, and the row that leads to it from the CRM's id.
        Assert.AreEqual(2, filter.Tables[TableNames.Ledger].Count);
        Assert.HasCount(1, filter.Crm.Calls);
    }

    [TestMethod]
    public async Task Lead_for_later_is_scheduled_as_a_copy_and_completed()
    {
        await using var filter = await BoughtAsync();
        var id = filter.Leads.Messages.Single().Sent.MessageId;
        filter.Crm.Answer = _ => Task.FromResult(DeliveryResult.Later("crm_error", "The CRM answered 500."));

        await filter.ForwardAsync();

        var copy = (await filter.PeekAsync()).Single();
        Assert.AreEqual($"{id}/attempt-2", copy.MessageId);
        Assert.IsGreaterThan(filter.Clock.GetUtcNow(), copy.ScheduledEnqueueTime);
        Assert.AreEqual("2", copy.ApplicationProperties["attempt"]);
    }

    [TestMethod]
    public async Task Refused_lead_is_a_dead_letter_with_its_reason()
    {
        await using var filter = await BoughtAsync();
        filter.Crm.Answer = _ => Task.FromResult(DeliveryResult.Refused("crm_refused", "The CRM answered 400."));

        await filter.ForwardAsync();

        Assert.IsEmpty(filter.Leads.Messages);
        var dead = filter.Leads.DeadLetters!.Messages.Single();
        Assert.AreEqual("crm_refused", dead.DeadLetterReason);
        Assert.AreEqual("The CRM answered 400.", dead.DeadLetterDescription);
    }

    [TestMethod]
    public async Task Lead_whose_copy_is_not_taken_stays_and_comes_again()
    {
        await using var filter = await BoughtAsync();
        filter.Crm.Answer = _ => Task.FromResult(DeliveryResult.Later("crm_error", "The CRM answered 500."));
        filter.Bus.Faults.Sends.Always = Fault.ServerBusy;

        await filter.ForwardAsync();

        Assert.IsFalse(filter.Leads.Messages.Single().IsVisible, "it stays locked");
        filter.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.AreEqual(2, filter.Leads.Receive()!.DeliveryCount);
    }

    [TestMethod]
    public async Task Lead_is_postponed_while_the_table_of_deliveries_is_down()
    {
        await using var filter = await BoughtAsync();
        filter.Tables[TableNames.Ledger].Fault = () => new RequestFailedException(503, "busy", "ServerBusy", null);

        await filter.ForwardAsync();

        Assert.IsEmpty(filter.Crm.Calls);
        Assert.EndsWith("/attempt-2", filter.Leads.Messages.Single().Sent.MessageId, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Delivery_that_the_stopping_host_breaks_off_leaves_nothing_half_recorded()
    {
        await using var filter = await BoughtAsync();
        using var stopping = new CancellationTokenSource();
        filter.Crm.Answer = async cancellation =>
        {
            await stopping.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
            return DeliveryResult.Done(200, null);
        };

        await Assert.ThrowsAsync<OperationCanceledException>(() => filter.ForwardAsync(stopping.Token));

        Assert.AreEqual(0, filter.Tables[TableNames.Ledger].Count);
        Assert.HasCount(1, filter.Leads.Messages);
        filter.Clock.Advance(TimeSpan.FromMinutes(1));
        filter.Crm.Answer = _ => Task.FromResult(DeliveryResult.Done(200, null));
        await filter.ForwardAsync();
        Assert.IsEmpty(filter.Leads.Messages);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("not JSON")]
    [DataRow("{}")]
    public async Task Message_that_cannot_be_read_is_a_dead_letter_and_not_a_loop(string body)
    {
        await using var filter = await AzureFilter.StartAsync();
        await filter.SendAsync("the-leads", new(body) { MessageId = "foreign" });

        await filter.ForwardAsync();

        Assert.AreEqual("unreadable_message", filter.Leads.DeadLetters!.Messages.Single().DeadLetterReason);
    }

    [TestMethod]
    public async Task Message_without_id_and_subject_is_handled_as_well()
    {
        await using var filter = await AzureFilter.StartAsync();
        await filter.SendAsync("the-leads", new());

        await filter.ForwardAsync();

        Assert.AreEqual("unreadable_message", filter.Leads.DeadLetters!.Messages.Single().DeadLetterReason);
    }

    [TestMethod]
    public async Task Mistake_of_ours_leaves_the_message_to_the_delivery_count()
    {
        await using var filter = await BoughtAsync();
        filter.Crm.Answer = _ => throw new InvalidOperationException("marked-value");

        await filter.ForwardAsync();

        Assert.HasCount(1, filter.Leads.Messages);
        Assert.DoesNotContain("marked-value", string.Concat(filter.Log.Errors), StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Record_that_cannot_be_read_is_a_dead_letter()
    {
        await using var filter = await AzureFilter.StartAsync();
        await filter.SendAsync("the-records", new("{}") { MessageId = "foreign" });

        await filter.WriteRecordAsync();

        Assert.AreEqual("unreadable_message", filter.Records.DeadLetters!.Messages.Single().DeadLetterReason);
    }

    [TestMethod]
    public async Task Record_stays_in_the_queue_while_the_log_is_down()
    {
        await using var filter = await BoughtAsync();
        filter.Tables[TableNames.Decisions].Fault = () => new RequestFailedException(500, "down");
        await filter.PostAsync("bright", "ann");

        await filter.WriteRecordAsync();

        Assert.HasCount(1, filter.Records.Messages);
    }

    private static async Task<AzureFilter> BoughtAsync()
    {
        var filter = await AzureFilter.StartAsync();
        Assert.AreEqual(201, (await filter.PostAsync("acme", "ann")).Status);
        return filter;
    }
}
