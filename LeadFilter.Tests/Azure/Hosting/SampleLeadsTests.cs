using System.Text;
using System.Text.Json;
using Azure.Messaging.ServiceBus;
using LeadFilter.Cli.Sending;
using LeadFilter.Functions.Delivery;
using LeadFilter.Tests.Azure.Queues;
using LeadFilter.Tests.Azure.ServiceBus.Faults;
using LeadFilter.Tests.Folders;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Azure.Hosting;

/// <summary>The way of the sample leads through the host's functions, from the post to the CRM, with Service Bus over the wire.</summary>
[TestClass]
public sealed class SampleLeadsTests
{
    private const int Lines = 80;

    // The client can lock itself up for good if a connection breaks while it receives and settles at once (Microsoft.Azure.Amqp 2.7.3:
    // the session's lock and the link's are taken in both orders). The trigger of the real host runs in the host, not here.
    private const int CallsAtATime = 1;

    // As that of the queues of AzureFilter.
    private static readonly TimeSpan LockDuration = TimeSpan.FromMinutes(1);

    private static readonly Fault[] Moods =
    [
        .. Enumerable.Repeat((Fault[])[Fault.None, Fault.LostAcknowledgement, Fault.None, Fault.ConnectionDropped, Fault.InternalError], 6)
            .SelectMany(moods => moods),
    ];

    [TestMethod]
    public async Task Every_bought_lead_reaches_the_CRM_once_although_connections_drop()
    {
        // The client compares the ends of locks with the real time.
        await using var filter = await AzureFilter.StartAsync(
            TimeProvider.System.GetUtcNow(), Path.Combine(SampleFiles.Root, "campaigns"));
        filter.Bus.Faults.Sends.Next(Moods);
        filter.Bus.Faults.Settlements.Next(Moods);

        var bought = new List<string>();
        foreach (var lead in Leads())
        {
            if (await SendAsync(filter, lead) is { } id)
            {
                bought.Add(id);
            }
        }

        Assert.HasCount(Leads().Count(lead => lead.Expect == LeadLine.Accept), bought);
        Assert.HasCount(bought.Count, filter.Leads.Messages);
        while (filter.Leads.Messages.Count > 0)
        {
            await ForwardAsync(filter);
            filter.Clock.Advance(LockDuration);
        }

        Assert.IsEmpty(filter.Leads.DeadLetters!.Messages);
        CollectionAssert.AreEquivalent(bought, filter.Crm.Calls.Select(id => id.ToString()).ToList());
    }

    private static IEnumerable<LeadLine> Leads() => File.ReadLines(Path.Combine(SampleFiles.Root, "samples", "leads.ndjson"))
        .Take(Lines)
        .Select((line, index) => new LeadLineReader(defaultVendor: null).Read(Encoding.UTF8.GetBytes(line), index + 1).Lead!);

    /// <summary>Sends a lead as a vendor does: again until it is answered.</summary>
    /// <returns>Its id if it was bought, else null.</returns>
    private static async Task<string?> SendAsync(AzureFilter filter, LeadLine lead)
    {
        var json = Encoding.UTF8.GetString(lead.Body.At(filter.Clock.GetUtcNow()).Span);
        HttpAnswer answer;
        do
        {
            answer = await filter.PostJsonAsync(lead.Vendor.ToString(), "solar", json);
        }
        while (answer.Status == 503);

        var told = JsonDocument.Parse(answer.Body).RootElement;
        return told.GetProperty("outcome").GetString() == "success" ? told.GetProperty("lead").GetProperty("id").GetString() : null;
    }

    /// <summary>Runs the function until it has seen what the queue gives it. What a dropped connection held stays locked.</summary>
    private static async Task ForwardAsync(AzureFilter filter)
    {
        await using var trigger = await FunctionTrigger.StartAsync(
            filter.Get<ServiceBusClient>(),
            "the-leads",
            CallsAtATime,
            (message, actions, _) => filter.Get<ForwardLead>().RunAsync(message, actions, CancellationToken.None));
        await Eventually.HoldsAsync(
            () => Task.FromResult(!trigger.IsRunning && filter.Leads.Messages.All(message => !message.IsVisible)),
            "the function is not done");
    }
}
