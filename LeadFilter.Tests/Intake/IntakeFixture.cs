using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Capacity;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Duplicates;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Intake;
using LeadFilter.Pipeline.Lookups;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Receipts;
using LeadFilter.Pipeline.Suppression;
using LeadFilter.Pipeline.Telemetry;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Meters;
using LeadFilter.Tests.Ports;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Intake;

/// <summary>The use case on ports in memory that fail on demand, with a clock that stands still.</summary>
internal sealed class IntakeFixture
{
    private readonly Campaign campaign;

    /// <summary>A process with another source of facts beside the suppression lists.</summary>
    /// <param name="json">Its campaign.</param>
    /// <param name="source">The source.</param>
    public IntakeFixture(string json, IFactSource source)
        : this(json, null, source)
    {
    }

    /// <summary>A process.</summary>
    /// <param name="json">Its campaign.</param>
    /// <param name="other">Another process, on whose tables and queue it works; null for tables of its own.</param>
    /// <param name="sources">Sources of facts beside the suppression lists.</param>
    public IntakeFixture(string json = TestCampaign.Json, IntakeFixture? other = null, params IFactSource[] sources)
        : this(json, other, other?.Changes is FaultyChanges, sources)
    {
    }

    /// <summary>A process.</summary>
    /// <param name="json">Its campaign.</param>
    /// <param name="other">Another process, on whose tables and queue it works; null for tables of its own.</param>
    /// <param name="atOnce">Whether its store can make changes all or none.</param>
    /// <param name="sources">Sources of facts beside the suppression lists.</param>
    public IntakeFixture(string json, IntakeFixture? other, bool atOnce, params IFactSource[] sources)
    {
        campaign = TestCampaign.Loaded(json);
        Clock = other?.Clock ?? new(new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        Tables = other?.Tables ?? new();
        Queue = other?.Queue ?? new(Clock);
        Log = new(Tables);
        Places = new(Tables);
        var identities = new IdentityHasher(new byte[32]);
        var keys = new SuppressionKeys(identities);
        var catalogue = new SuppressionCatalogue(Tables, Clock);
        Suppressions = new(Tables, keys, catalogue, Clock);
        Changes = atOnce ? new FaultyChanges(Tables, Queue) : new ChangesInTurn(Tables, Queue);
        Claims = new(Tables, Changes, new OnlyCampaign(campaign));
        Persons = new(identities);
        Check = new(Claims, Persons, Suppressions, keys, new LeadMetrics(Meters));
        Submit = new(
            new ReceiptBook(Tables, Clock),
            new LeadLookup([new SuppressionLookup(Suppressions, catalogue, keys), .. sources]),
            [
                new ReservablePersons(Claims, Persons, new LeadMetrics(Meters)),
                new ReservablePlaces(new CapCounters(Places, Clock, Random.Shared), identities, new LeadMetrics(Meters)),
            ],
            new DecisionJournal(Log, Queue, NullLogger<DecisionJournal>.Instance),
            Changes,
            identities,
            new LeadIds(other is null ? new Random(1) : Random.Shared),
            new LeadMetrics(Meters),
            new PatternWatch(new LeadMetrics(Meters), Clock, NullLogger<PatternWatch>.Instance),
            NullLogger<SubmitLead>.Instance);
    }

    public FakeTimeProvider Clock { get; }

    public TestMeters Meters { get; } = new();

    public FaultyTables Tables { get; }

    public FaultyLeadQueue Queue { get; }

    public IChanges Changes { get; }

    public DecisionLog Log { get; }

    public CapPlaces Places { get; }

    public SubmitLead Submit { get; }

    public Campaign Campaign => campaign;

    public SuppressionStore Suppressions { get; }

    public Claims Claims { get; }

    public PersonIdentities Persons { get; }

    public CheckPerson Check { get; }

    /// <summary>The leads in the queue, whether visible or not.</summary>
    public IReadOnlyList<string> Enqueued => [.. Queue.Messages.Where(message => message.Queue == QueueNames.Leads).Select(message => message.MessageId)];

    /// <summary>How far the caps are used up now, by <c>id part</c>.</summary>
    public async Task<Dictionary<string, decimal>> TakenAsync()
    {
        var taken = new Dictionary<string, decimal>();
        await foreach (var use in new CapReport(Places).ReadAsync(campaign, Clock.GetUtcNow(), CancellationToken.None))
        {
            taken.Add($"{use.Cap.Id} {use.Counter.Part}".TrimEnd(), use.Taken);
        }

        return taken;
    }

    public static (string, string)[] Person(string name) => [("email", $"{name}@example.com"), ("state", "CA")];

    public async Task<Answer> SendAsync(string vendor, params (string Name, string Value)[] fields) =>
        (await TrySendAsync(vendor, null, fields))!;

    /// <summary>Sends a lead; null if its idempotency key was used for another one.</summary>
    public Task<Answer?> TrySendAsync(string vendor, string? idempotencyKey, params (string Name, string Value)[] fields) =>
        TrySendAsync(campaign, vendor, idempotencyKey, fields);

    /// <summary>Sends a lead into another campaign on the same tables.</summary>
    public async Task<Answer> SendIntoAsync(Campaign other, string vendor, params (string Name, string Value)[] fields) =>
        (await TrySendAsync(other, vendor, null, fields))!;

    private async Task<Answer?> TrySendAsync(Campaign campaign, string vendor, string? idempotencyKey, (string Name, string Value)[] fields)
    {
        var draft = new LeadDraft(campaign.Layout);
        foreach (var (name, value) in fields)
        {
            Assert.AreEqual(AddResult.Added, draft.Add(name, value), name);
        }

        var id = TestCampaign.Id(vendor);
        campaign.TryFindPolicy(id, Clock.GetUtcNow(), out var policy);
        return await Submit.HandleAsync(campaign, policy!, id, draft.ToLead(Clock.GetUtcNow()), idempotencyKey, default, CancellationToken.None);
    }

    /// <summary>Asks by the hash of an address whether a person is known.</summary>
    public Task<bool> AskAsync(string vendor, string email)
    {
        var draft = new LeadDraft(HashedPerson.LayoutOf(campaign));
        draft.Add(HashedPerson.NameOf("email"), IdentityHasher.Sha256(email));
        var id = TestCampaign.Id(vendor);
        campaign.TryFindPolicy(id, Clock.GetUtcNow(), out var policy);
        return Check.IsKnownAsync(campaign, policy!, id, draft.ToLead(Clock.GetUtcNow()), CancellationToken.None);
    }

    public async Task<List<DecisionRecord>> LoggedAsync()
    {
        var records = new List<DecisionRecord>();
        await foreach (var record in Log.ReadAsync(campaign.Id, null, null, null, null, CancellationToken.None))
        {
            records.Add(record);
        }

        return records;
    }
}
