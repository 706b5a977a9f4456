using System.Text.Json;
using Azure;
using LeadFilter.Functions.Intake;
using LeadFilter.Pipeline.Limits;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Azure.ServiceBus.Faults;
using LeadFilter.Tests.Campaigns;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Tests.Azure.Hosting;

[TestClass]
public sealed class SubmitLeadTests
{
    [TestMethod]
    public async Task Bought_lead_is_in_the_queue_under_its_id()
    {
        await using var filter = await AzureFilter.StartAsync();

        var answer = await filter.PostAsync("acme", "ann");

        Assert.AreEqual(201, answer.Status);
        Assert.AreEqual("success", Text(answer, "outcome"));
        var sent = (await filter.PeekAsync()).Single();
        Assert.AreEqual(JsonDocument.Parse(answer.Body).RootElement.GetProperty("lead").GetProperty("id").GetString(), sent.MessageId);
        Assert.AreEqual("lead", sent.Subject);
        Assert.AreEqual("loans acme 1", $"{sent.ApplicationProperties["campaign"]} {sent.ApplicationProperties["vendor"]} {sent.ApplicationProperties["attempt"]}");
    }

    [TestMethod]
    public async Task Same_lead_again_gets_the_first_answer_and_is_not_sent_again()
    {
        await using var filter = await AzureFilter.StartAsync();

        var first = await filter.PostAsync("acme", "ann");

        Assert.AreEqual(first, await filter.PostAsync("acme", "ann"));
        Assert.HasCount(1, filter.Leads.Messages);
    }

    [TestMethod]
    public async Task Same_person_from_another_vendor_is_a_duplicate()
    {
        await using var filter = await AzureFilter.StartAsync();
        await filter.PostAsync("acme", "ann");

        var second = await filter.PostAsync("bright", "ann");

        Assert.AreEqual(201, second.Status);
        Assert.AreEqual("failure", Text(second, "outcome"));
    }

    [TestMethod]
    [DataRow(Fault.ServerBusy, true)]
    [DataRow(Fault.QuotaExceeded, true)]
    [DataRow(Fault.InternalError, true)]
    [DataRow(Fault.LostAcknowledgement, true)]
    [DataRow(Fault.ConnectionDropped, true)]
    [DataRow(Fault.EntityNotFound, false)]
    public async Task Lead_that_the_queue_does_not_take_is_answered_503_and_keeps_its_person_if_it_may_have_arrived(
        Fault fault, bool mayHaveArrived)
    {
        await using var filter = await AzureFilter.StartAsync();
        filter.Bus.Faults.Sends.Always = fault;

        var answer = await filter.PostAsync("acme", "ann");

        Assert.AreEqual(503, answer.Status);
        Assert.AreEqual("error", Text(answer, "outcome"));
        Assert.AreEqual("5", answer.RetryAfter);
        filter.Bus.Faults.Sends.Always = Fault.None;
        Assert.AreEqual(mayHaveArrived ? "failure" : "success", Text(await filter.PostAsync("bright", "ann"), "outcome"));
        Assert.AreEqual(mayHaveArrived ? "success" : "failure", Text(await filter.PostAsync("acme", "ann"), "outcome"));
        Assert.HasCount(1, filter.Leads.Messages);
    }

    [TestMethod]
    public async Task Lead_is_answered_503_while_the_tables_are_down()
    {
        await using var filter = await AzureFilter.StartAsync();
        filter.Tables[TableNames.Receipts].Fault = () => new RequestFailedException(503, "busy", "ServerBusy", null);

        var answer = await filter.PostAsync("acme", "ann");

        Assert.AreEqual(503, answer.Status);
        Assert.AreEqual("error", Text(answer, "outcome"));
        Assert.IsEmpty(filter.Leads.Messages);
    }

    [TestMethod]
    public async Task Record_goes_to_the_queue_while_the_log_is_down_and_is_written_later()
    {
        await using var filter = await AzureFilter.StartAsync();
        await filter.PostAsync("acme", "ann");
        var log = filter.Tables[TableNames.Decisions];
        var before = log.Count;
        log.Fault = () => new RequestFailedException(500, "down");

        Assert.AreEqual("failure", Text(await filter.PostAsync("bright", "ann"), "outcome"));

        log.Fault = null;
        await filter.WriteRecordAsync();
        Assert.IsEmpty(filter.Records.Messages);
        Assert.IsGreaterThan(before, log.Count);
    }

    [TestMethod]
    public async Task Lead_is_answered_503_while_there_is_too_much_to_do()
    {
        await using var filter = await AzureFilter.StartAsync();
        var (gate, limits) = (filter.Get<LeadGate>(), filter.Get<LimitOptions>());
        var open = Enumerable.Range(0, limits.MaxInWork + limits.MaxWaiting)
            .Select(_ => gate.EnterAsync(new VendorUse(TestCampaign.Id("bright")), CancellationToken.None).AsTask())
            .ToList();

        var answer = await filter.PostAsync("acme", "ann");

        Assert.AreEqual(503, answer.Status);
        Assert.AreEqual("error", Text(answer, "outcome"));
        Assert.AreNotEqual("", answer.RetryAfter);
        Assert.AreEqual(0, filter.Tables[TableNames.Receipts].Count);
        foreach (var entry in open)
        {
            (await entry).Dispose();
        }

        Assert.AreEqual("success", Text(await filter.PostAsync("acme", "ann"), "outcome"));
    }

    [TestMethod]
    public async Task Mistake_of_ours_is_answered_500_without_its_content()
    {
        await using var filter = await AzureFilter.StartAsync();
        filter.Tables[TableNames.Receipts].Fault = () => new InvalidOperationException("marked-value");

        var answer = await filter.PostAsync("acme", "ann");

        Assert.AreEqual(500, answer.Status);
        Assert.AreEqual("urn:leadfilter:problem:internal-error", Text(answer, "type"));
        Assert.DoesNotContain("marked-value", answer.Body + string.Concat(filter.Log.Errors), StringComparison.Ordinal);
        Assert.StartsWith("A request failed with System.InvalidOperationException", filter.Log.Errors.Single(), StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Request_whose_client_hangs_up_buys_nothing()
    {
        await using var filter = await AzureFilter.StartAsync();
        var context = filter.NewContext("""{"email":"ann@example.com","state":"CA"}""");
        context.Request.Headers.Authorization = "Bearer acme-demo-key";
        context.RequestAborted = new CancellationToken(canceled: true);

        var result = await filter.Get<SubmitLead>().RunAsync(context.Request, "loans", CancellationToken.None);

        Assert.AreSame(Results.Empty, result);
        Assert.IsEmpty(filter.Leads.Messages);
        Assert.AreEqual(0, filter.Tables[TableNames.Claims].Count);
    }

    [TestMethod]
    public async Task Client_that_hangs_up_during_the_answer_makes_no_failed_call_and_no_error_in_the_log()
    {
        await using var filter = await AzureFilter.StartAsync();
        using var hangingUp = new CancellationTokenSource();
        var context = filter.NewContext("""{"email":"ann@example.com","state":"CA"}""");
        context.Request.Headers.Authorization = "Bearer acme-demo-key";
        context.RequestAborted = hangingUp.Token;
        context.Response.Body = new BrokenStream(hangingUp);

        var result = await filter.Get<SubmitLead>().RunAsync(context.Request, "loans", CancellationToken.None);
        await result.ExecuteAsync(context);

        Assert.IsTrue(hangingUp.IsCancellationRequested);
        Assert.HasCount(1, filter.Leads.Messages);
        Assert.IsEmpty(filter.Log.Errors);
    }

    [TestMethod]
    public async Task Request_that_the_stopping_host_breaks_off_is_to_be_sent_again()
    {
        await using var filter = await AzureFilter.StartAsync();

        var answer = await filter.PostAsync("acme", "ann", stopping: new CancellationToken(canceled: true));

        Assert.AreEqual(503, answer.Status);
        Assert.AreEqual("urn:leadfilter:problem:unavailable", Text(answer, "type"));
        Assert.AreEqual("5", answer.RetryAfter);
        Assert.IsEmpty(filter.Leads.Messages);
    }

    private static string? Text(HttpAnswer answer, string name) => JsonDocument.Parse(answer.Body).RootElement.GetProperty(name).GetString();
}
