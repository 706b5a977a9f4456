using System.Collections.Concurrent;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults.Checking;

/// <summary>
/// All that can be known from outside of what a filter did: what vendors were told, what the CRM took, and what log and queue
/// hold at the end. Several threads may add to it at once.
/// </summary>
/// <param name="terms">What the campaign promises.</param>
internal sealed class History(Terms terms)
{
    private readonly ConcurrentQueue<Told> told = new();
    private readonly ConcurrentQueue<Taken> taken = new();
    private readonly ConcurrentDictionary<string, Logged> logged = new();
    private readonly ConcurrentDictionary<string, string> dead = new();
    private readonly ConcurrentDictionary<string, bool> queued = new();
    private readonly ConcurrentQueue<ToldEvent> toldEvents = new();
    private readonly ConcurrentQueue<CountedEvent> countedEvents = new();

    /// <summary>What the campaign promises.</summary>
    public Terms Terms { get; } = terms;

    /// <summary>What vendors were told, in order.</summary>
    public IReadOnlyCollection<Told> Told => told;

    /// <summary>What the CRM took, in order.</summary>
    public IReadOnlyCollection<Taken> Taken => taken;

    /// <summary>The log of decisions, by lead.</summary>
    public IReadOnlyDictionary<string, Logged> Logged => logged;

    /// <summary>The reasons of dead letters, by lead.</summary>
    public IReadOnlyDictionary<string, string> Dead => dead;

    /// <summary>The leads that are in the queue at the end.</summary>
    public IReadOnlyCollection<string> Queued => [.. queued.Keys];

    /// <summary>What the CRM was told about events after purchases, in order.</summary>
    public IReadOnlyCollection<ToldEvent> ToldEvents => toldEvents;

    /// <summary>The events that are stored.</summary>
    public IReadOnlyCollection<CountedEvent> CountedEvents => countedEvents;

    public void Add(ToldEvent answer) => toldEvents.Enqueue(answer);

    public void Add(CountedEvent counted) => countedEvents.Enqueue(counted);

    public void Add(Told answer) => told.Enqueue(answer);

    public void Add(Taken call) => taken.Enqueue(call);

    public void Add(Logged record) => logged[record.Lead] = record;

    public void AddDead(string lead, string reason) => dead[lead] = reason;

    public void AddQueued(string lead) => queued[lead] = true;

    public void AddAll(IEnumerable<Told> answers)
    {
        foreach (var answer in answers)
        {
            Add(answer);
        }
    }

    public void AddAll(IEnumerable<Taken> calls)
    {
        foreach (var call in calls)
        {
            Add(call);
        }
    }

    /// <summary>Fails with everything that is wrong, if anything is.</summary>
    public void AssertRight(string context = "")
    {
        var findings = Checker.Findings(this);
        Assert.IsEmpty(findings, $"{context}\n{string.Join('\n', findings.Take(50))}\n{findings.Count} findings in {this}");
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        int Count(ToldOutcome outcome) => told.Count(answer => answer.Outcome == outcome);
        return $"{told.Count} requests ({Count(ToldOutcome.Success)} success, {Count(ToldOutcome.Failure)} failure, {Count(ToldOutcome.Error)} error, "
            + $"{Count(ToldOutcome.Nothing)} unanswered), {taken.Count} calls taken for {taken.Select(call => call.Key).Distinct().Count()} leads, "
            + $"{logged.Count} records, {dead.Count} dead letters, {queued.Count} queued, {toldEvents.Count} events told, {countedEvents.Count} stored";
    }
}
