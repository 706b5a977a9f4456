using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Tests.Delivery;
using LeadFilter.Tests.Faults.Checking;
using LeadFilter.Tests.Intake;
using LeadFilter.Tests.Meters;
using Microsoft.Extensions.Logging.Abstractions;

namespace LeadFilter.Tests.Faults.Calls;

/// <summary>
/// Intake, forwarder and journal on ports in memory, with vendors and a CRM. A process that dies is composed again on the same
/// tables and queues.
/// </summary>
internal sealed class PipelineScene : ICampaigns, IDisposable
{
    private const int MaxTries = 6;
    private const int MaxDeliveries = 1_000;

    /// <summary>After the lease of a dead request, and after the pause that an error asks for.</summary>
    private static readonly TimeSpan BeforeResending = TimeSpan.FromSeconds(35);
    private static readonly TimeSpan Lock = TimeSpan.FromMinutes(2);

    private readonly string json;
    private readonly CallSteps steps;
    private readonly List<Sending> unsettled = [];
    private readonly Dictionary<(string Vendor, string Email), string> persons = [];
    private readonly TestMeters meters = new();
    private IntakeFixture process;
    private Forwarder forwarder = null!;
    private DecisionJournal journal = null!;

    /// <param name="json">The campaign.</param>
    /// <param name="steps">Counts calls, and makes faults.</param>
    /// <param name="terms">What the checker is to know of the campaign.</param>
    /// <param name="atOnce">Whether the store can make changes all or none.</param>
    public PipelineScene(string json, CallSteps steps, Terms terms, bool atOnce)
    {
        this.json = json;
        this.steps = steps;
        History = new(terms);
        process = new(json, null, atOnce);
        Compose();
    }

    public History History { get; }

    /// <summary>The process that runs now.</summary>
    public IntakeFixture Process => process;

    /// <summary>From now on calls are steps.</summary>
    public void BeginFaults() => process.Tables.Fault = process.Queue.Fault = steps.StepAsync;

    /// <summary>Lets the time pass after which a request that died is taken up by the next one; it would wait for it else.</summary>
    public void PassLease() => process.Clock.Advance(BeforeResending);

    /// <summary>Sends a lead, and again if that is how the vendor is.</summary>
    public async Task SendAsync(Sending sending, Resending resending)
    {
        if (await TrySendAsync(sending))
        {
            return;
        }

        for (var tries = 1; resending == Resending.Soon && tries < MaxTries; tries++)
        {
            PassLease();
            if (await TrySendAsync(sending))
            {
                return;
            }
        }

        unsettled.Add(sending);
    }

    /// <summary>Sends a lead once.</summary>
    /// <returns>Whether it is decided.</returns>
    public async Task<bool> TrySendAsync(Sending sending)
    {
        persons[(sending.Vendor, sending.Fields[0].Value)] = sending.Person;
        try
        {
            var answer = (await process.TrySendAsync(sending.Vendor, sending.Name, sending.Fields))!;
            var outcome = answer.Outcome switch
            {
                Outcome.Success => ToldOutcome.Success,
                Outcome.Failure => ToldOutcome.Failure,
                _ => ToldOutcome.Error,
            };
            History.Add(new Told(sending.Vendor, sending.Name, sending.Person, outcome, answer.Lead?.ToString(), answer.Price.Amount));
            return outcome != ToldOutcome.Error;
        }
        catch (CrashException)
        {
            History.Add(new Told(sending.Vendor, sending.Name, sending.Person, ToldOutcome.Nothing));
            Restart();
            return false;
        }
    }

    /// <summary>Handles one message of each queue, if one is visible.</summary>
    public async Task DeliverAsync()
    {
        await HandleOneAsync(QueueNames.Leads, message => forwarder.HandleAsync(message, CancellationToken.None));
        await HandleOneAsync(QueueNames.Records, message => journal.HandleAsync(message, CancellationToken.None));
    }

    /// <summary>The faults are over: what is unsettled is sent again, and the queues run empty.</summary>
    public async Task SettleAsync(Resending resending)
    {
        steps.End();
        if (steps.IsDead)
        {
            Restart();
        }

        process.Clock.Advance(Lock);
        foreach (var sending in resending == Resending.Never ? [] : unsettled.ToArray())
        {
            Assert.IsTrue(await TrySendAsync(sending), $"{sending.Name} is not decided though nothing fails any more");
        }

        for (var deliveries = 0; process.Queue.Messages is { Count: > 0 } messages; deliveries++)
        {
            Assert.IsLessThan(MaxDeliveries, deliveries, "the queue does not run empty");
            var next = messages.Min(message => message.NotBefore ?? default);
            if (next > process.Clock.GetUtcNow())
            {
                process.Clock.Advance(next - process.Clock.GetUtcNow());
            }

            await DeliverAsync();
        }

        foreach (var row in process.Tables[TableNames.Decisions].Rows)
        {
            if (row.Text("Record") is { } record)
            {
                StoredHistory.AddRecord(History, record);
            }
        }

        await foreach (var dead in process.Queue.ListAsync(QueueNames.Leads, CancellationToken.None))
        {
            History.AddDead(dead.MessageId, dead.Reason);
        }

        await AssertLedgerAsync();
    }

    /// <summary>Each lead that the CRM has stands in the ledger, is found by the CRM's id, and nothing else stands there.</summary>
    private async Task AssertLedgerAsync()
    {
        var ledger = new LeadLedger(process.Tables);
        var taken = History.Taken.Select(static call => call.Lead).Distinct().Order(StringComparer.Ordinal).ToList();
        var entries = process.Tables[TableNames.Ledger].Rows.Where(static row => LeadId.TryParse(row.RowKey, out _)).Select(static row => row.RowKey);
        Assert.AreEqual(string.Join(' ', taken), string.Join(' ', entries.Order(StringComparer.Ordinal)), "the ledger is not what the CRM has");
        foreach (var lead in taken)
        {
            var found = ledger.FindByCrmIdAsync(process.Campaign.Id, $"crm-{lead}", CancellationToken.None);
            Assert.AreEqual(lead, string.Join(' ', await found.ToListAsync()), "the CRM's id does not lead to its lead");
        }
    }

    public void Dispose()
    {
        process.Meters.Dispose();
        meters.Dispose();
    }

    Campaign? ICampaigns.Find(CampaignId id) => process.Campaign;

    IReadOnlyCollection<Campaign> ICampaigns.All => [process.Campaign];

    private void Restart()
    {
        steps.IsDead = false;
        process.Meters.Dispose();
        process = new(json, process);
        Compose();
    }

    private void Compose()
    {
        var crm = new StepCrm(steps.StepAsync, History, message =>
            persons[(message.Vendor.ToString(), message.Fields.First(field => field.Key == "email").Value)]);
        forwarder = new(
            this,
            new(process.Tables),
            new(process.Suppressions, new(new(new byte[32]))),
            process.Queue,
            process.Changes,
            crm,
            process.Clock,
            new Random(7),
            new(process.Clock, NullLogger<DeliveryWatch>.Instance),
            new(meters),
            NullLogger<Forwarder>.Instance);
        journal = new(process.Log, process.Queue, NullLogger<DecisionJournal>.Instance);
    }

    /// <summary>A message that is not settled is visible again: at once, since no other test needs the pause.</summary>
    private async Task HandleOneAsync(string queue, Func<QueueMessage, Task<Settlement>> handle)
    {
        if (process.Queue.Receive(queue) is not { } message)
        {
            return;
        }

        var settled = false;
        try
        {
            var settlement = await handle(message);
            var operation = settlement.IsComplete ? "CompleteAsync" : "DeadLetterAsync";
            await steps.StepAsync(new(queue, operation, message.MessageId, false));
            await new InMemoryChanges(process.Tables.Inner, process.Queue.Inner).MakeAsync(settlement.Changes, CancellationToken.None);
            if (settlement.IsComplete)
            {
                process.Queue.Complete(message);
            }
            else
            {
                process.Queue.Bury(message, settlement.Reason!, settlement.Description!);
            }

            settled = true;
            await steps.StepAsync(new(queue, operation, message.MessageId, true));
        }
        catch (Exception fault) when (fault is StoreUnavailableException or CrashException)
        {
            if (fault is CrashException)
            {
                Restart();
            }

            if (!settled)
            {
                process.Queue.Abandon(message);
            }
        }
    }
}
