using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Outcomes;
using LeadFilter.Core.Returns.Cases;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Capacity;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Duplicates;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Notices;
using LeadFilter.Pipeline.Outcomes;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Pipeline.Returns;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Meters;

namespace LeadFilter.Tests.Returns;

/// <summary>Everything about returns, as one process has it, on tables of the test's choice.</summary>
internal sealed class ReturnDesk : ICampaigns
{
    private static readonly CampaignId Loans = CampaignId.TryParse("loans", out var id) ? id : default;
    private readonly ITables tables;

    public ReturnDesk(ITables tables, TimeProvider time, string returns, IChanges? changes = null, string caps = "")
    {
        this.tables = tables;
        Campaign = TestCampaign.Loaded($$"""
            {
              "campaign": "loans", "version": "1", "timeZone": "America/New_York", "rules": [],
              "delivery": { "type": "webhook", "url": "/demo/crm/leads" }, {{caps}}
              "vendors": {
                "acme": { "returns": { "windowDays": 7, "answerDays": 3, "silence": "accept", "reasons": { "wrong_number": "x" } {{returns}} } },
                "bright": { }
              }
            }
            """);
        changes ??= new ChangesInTurn(tables, new InMemoryLeadQueue(time));
        Claims = new(tables, changes, this);
        Book = new(tables, time);
        var (leads, agenda) = (new BoughtLeads(new(tables), new(tables), Claims, new(new(new byte[32])), time), new ReturnAgenda(tables));
        var kept = new ReturnChanges(Book, agenda, time);
        var counters = new CapCounters(new(tables), time, new Random(1));
        Counters = counters;
        Requests = new(leads, new(tables), Book, kept, new(tables, Book, time), new(new(tables), time), time);
        Answers = new(leads, Book, kept, time);
        Sent = new(time);
        Notices = new(Sent, [new Everybody()]);
        Sweep = new(this, Book, kept, agenda, Claims, new(counters, time), leads, Notices, new(new TestMeters()), time);
    }

    public Campaign Campaign { get; }

    public IReadOnlyCollection<Campaign> All => [Campaign];

    public Claims Claims { get; }

    public CapCounters Counters { get; }

    public ReturnBook Book { get; }

    public RequestReturns Requests { get; }

    public AnswerReturn Answers { get; }

    public ReturnSweep Sweep { get; }

    public NoticeSender Notices { get; }

    /// <summary>Where notices are sent.</summary>
    public InMemoryLeadQueue Sent { get; }

    /// <summary>What was told, each notice's id and data.</summary>
    public IReadOnlyList<string> Told =>
        [.. Sent.Messages.Select(static message => $"{message.MessageId} {System.Text.Encoding.UTF8.GetString(message.Body.Span)}")];

    public Campaign? Find(CampaignId id) => id == Loans ? Campaign : null;

    /// <summary>A lead that was bought.</summary>
    public async Task<LeadId> BuyAsync(DateTimeOffset at, int number = 0, string vendor = "acme", bool isAccepted = true)
    {
        var lead = LeadId.Create(at, [.. new byte[8], (byte)(number >> 8), (byte)number]);
        await new DecisionLog(tables).WriteAsync(
            new()
            {
                Lead = lead,
                Campaign = Loans,
                CampaignVersion = "1",
                Vendor = TestCampaign.Id(vendor),
                ReceivedAt = at,
                IsAccepted = isAccepted,
                Price = Money.TryCreate(12.5m, out var price) ? price : default,
            },
            CancellationToken.None);
        return lead;
    }

    /// <summary>Hands leads back.</summary>
    public Task<IReadOnlyList<ReturnResult>> AskAsync(params LeadId[] leads) => AskAsync("wrong_number", leads);

    /// <summary>Hands leads back for a reason.</summary>
    public async Task<IReadOnlyList<ReturnResult>> AskAsync(string reason, params LeadId[] leads) => await Requests.HandleAsync(
        Campaign,
        [.. leads.Select((lead, at) => AskedReturn.Read(
            at + 1, name => name switch { "lead" => lead.ToString(), "reason" => reason, _ => null }, Campaign))],
        isTrying: false,
        CancellationToken.None);

    /// <summary>What became of it, in one word: the state, or the codes.</summary>
    public async Task<string> WordAsync(LeadId lead, string reason = "wrong_number") => (await AskAsync(reason, lead))[0] switch
    {
        { Verdict: ReturnVerdict.Requested, Return: { } returned } => ReturnStateName.Of(returned.State),
        var result => string.Join(' ', result.Refusals.Select(static one => one.Code)),
    };

    /// <summary>Does something with a return.</summary>
    public async Task<ReturnCase?> DoAsync(LeadId lead, ReturnAction action, ReturnParty by) => (await Answers.DoAsync(
        Loans, by == ReturnParty.Vendor ? TestCampaign.Id("acme") : null, lead, action, by, null, CancellationToken.None)).Return;

    /// <summary>A person has tried to reach the lead.</summary>
    public async Task AttemptAsync(LeadId lead, DateTimeOffset at, ActedBy by) => await tables[TableNames.Outcomes].TryInsertAsync(
        OutcomeBook.Counting(lead, new(LeadEvent.Attempted, at) { By = by }, at).Row!, CancellationToken.None);

    /// <summary>The return as it is now.</summary>
    public ValueTask<ReturnCase?> FindAsync(LeadId lead) => Book.FindAsync(Loans, TestCampaign.Id("acme"), lead, CancellationToken.None);

    /// <summary>All returns.</summary>
    public async Task<IReadOnlyList<ReturnCase>> AllAsync() => await Book.ReadAsync(
        Loans, TestCampaign.Id("acme"), DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.UnixEpoch.AddYears(60), CancellationToken.None)
        .ToListAsync();

    /// <summary>Every vendor is told.</summary>
    private sealed class Everybody : INoticeReceivers
    {
        public string Sort => NoticeReceiver.VendorSort;

        public bool Has(string id) => true;

        public NoticePlan? Find(Notice notice) => null;
    }
}
