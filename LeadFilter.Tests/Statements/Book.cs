using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Statements;

namespace LeadFilter.Tests.Statements;

/// <summary>What was bought of one vendor in one campaign, and what was handed back.</summary>
/// <param name="zone">The campaign's time zone.</param>
internal sealed class Book(string zone = "UTC")
{
    private readonly LeadIds ids = new(new Random(7));

    public static CampaignId Campaign { get; } = CampaignOf("solar");

    public static VendorId Vendor { get; } = VendorOf("acme");

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(zone);

    public List<DecisionRecord> Records { get; } = [];

    public List<ReturnedLead> Returns { get; } = [];

    public static CampaignId CampaignOf(string id) => CampaignId.TryParse(id, out var campaign) ? campaign : throw new FormatException(id);

    public static VendorId VendorOf(string id) => VendorId.TryParse(id, out var vendor) ? vendor : throw new FormatException(id);

    public static Money MoneyOf(decimal amount) => Money.TryCreate(amount, out var money) ? money : throw new FormatException($"{amount}");

    public LeadId NewId(string at) => ids.Next(DateTimeOffset.Parse(at));

    public DecisionRecord Buy(string at, decimal price) => Buy(DateTimeOffset.Parse(at), price);

    public DecisionRecord Buy(DateTimeOffset at, decimal price)
    {
        var record = new DecisionRecord
        {
            Lead = ids.Next(at),
            Campaign = Campaign,
            CampaignVersion = "test.1",
            Vendor = Vendor,
            ReceivedAt = at,
            IsAccepted = true,
            Price = MoneyOf(price),
        };
        Records.Add(record);
        return record;
    }

    public void Return(DecisionRecord record, string requested, string? credited = null, bool isOpen = false) =>
        Return(record, DateTimeOffset.Parse(requested), credited is null ? null : DateTimeOffset.Parse(credited), isOpen);

    public void Return(DecisionRecord record, DateTimeOffset requested, DateTimeOffset? credited, bool isOpen) =>
        Returns.Add(new(
            record.Lead, record.ReceivedAt, record.Price, credited is null ? isOpen ? "requested" : "denied" : "accepted", "wrong_number", requested, credited, isOpen));

    public Statement Statement(string month) =>
        Pipeline.Statements.Statement.Of(
            Campaign, Vendor, StatementMonth.TryParse(month, out var read) ? read : throw new FormatException(month), Zone, Records, Returns);
}
