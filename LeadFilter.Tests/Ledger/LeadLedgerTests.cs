using LeadFilter.Core.Decisions;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Tests.Campaigns;

namespace LeadFilter.Tests.Ledger;

[TestClass]
public sealed class LeadLedgerTests
{
    private const string CrmId = "crm-7";

    private static readonly DateTimeOffset At = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly LeadId Lead = LeadId.Create(At, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task An_erased_lead_keeps_what_was_paid_and_nothing_that_leads_to_the_person()
    {
        var tables = new InMemoryTables();
        var ledger = new LeadLedger(tables);
        await ledger.RecordAsync(Bought(), TestContext.CancellationToken);

        await ledger.EraseAsync(Lead, At.AddDays(1), TestContext.CancellationToken);

        var entry = await ledger.FindAsync(Lead, TestContext.CancellationToken);
        Assert.AreEqual((true, "12.5", "(withheld)", null, null), (entry!.IsErased, $"{entry.Purchase!.Price}", entry.Purchase.Source, entry.Purchase.Score, entry.Delivery!.CrmId));
        Assert.IsEmpty(await ledger.FindByCrmIdAsync(TestCampaign.Loaded().Id, CrmId, TestContext.CancellationToken).ToListAsync(TestContext.CancellationToken));
        Assert.HasCount(1, ((InMemoryTable)tables[TableNames.Ledger]).Rows);
    }

    [TestMethod]
    public async Task A_delivery_that_comes_after_the_erasure_brings_nothing_back()
    {
        var ledger = new LeadLedger(new InMemoryTables());
        await ledger.EraseAsync(Lead, At, TestContext.CancellationToken);

        await ledger.RecordAsync(Bought(), TestContext.CancellationToken);

        Assert.IsTrue((await ledger.FindAsync(Lead, TestContext.CancellationToken))!.IsErased);
        Assert.IsEmpty(await ledger.FindByCrmIdAsync(TestCampaign.Loaded().Id, CrmId, TestContext.CancellationToken).ToListAsync(TestContext.CancellationToken));
    }

    private static BoughtLead Bought() => new()
    {
        Lead = Lead,
        Campaign = TestCampaign.Loaded().Id,
        CampaignVersion = "1",
        Vendor = TestCampaign.Id("acme"),
        Source = "ads.example",
        Score = 70,
        Price = Money.TryCreate(12.5m, out var price) ? price : default,
        ReceivedAt = At,
        Delivery = new(Lead, At, At.AddSeconds(1), 1, 200, CrmId),
    };
}
