using LeadFilter.Core.Leads;
using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Capacity;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Pipeline.Suppression;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Capacity;
using LeadFilter.Tests.Clocks;
using Microsoft.Extensions.Time.Testing;
using static LeadFilter.Tests.Suppression.SuppressedCampaign;

namespace LeadFilter.Tests.Faults;

/// <summary>What is kept in memory for seconds is kept no longer because the machine's clock is set back by a day.</summary>
[TestClass]
public sealed class SetBackClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider time = new(Start);
    private readonly InMemoryTables tables = new();
    private readonly JumpingClock clock;

    public SetBackClockTests() => clock = new(time);

    [TestMethod]
    public async Task A_full_cap_is_looked_at_again()
    {
        var campaign = TestCampaign.Loaded(CapCampaign.With($"[{CapCampaign.Daily(1)}]"));
        Assert.IsTrue(campaign.TryFindPolicy(TestCampaign.Id("acme"), Start, out var policy));
        var counter = CapCounter.Of(campaign, policy!.Caps[0].Cap, Start, null);
        var (counters, held) = (new CapCounters(new(tables), clock, new Random(1)), new List<HeldPlace>());
        await counters.TryTakeAsync(counter, LeadId.Create(Start, new byte[10]), held, CancellationToken.None);
        Assert.IsFalse(await counters.HasRoomAsync(counter, CancellationToken.None));

        await tables[TableNames.Caps].TryDeleteAsync(tables[TableNames.Caps].Rows.Single(), CancellationToken.None);
        clock.Jump(TimeSpan.FromDays(-1));
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.IsTrue(await counters.HasRoomAsync(counter, CancellationToken.None));
    }

    [TestMethod]
    public async Task A_new_suppression_list_is_found()
    {
        var catalogue = new SuppressionCatalogue(tables, clock);
        await catalogue.ReadAsync(CancellationToken.None);
        await new SuppressionCatalogue(tables, clock).NoteAsync(List("customers"), SuppressionKind.Email, SuppressionForm.Plain, CancellationToken.None);
        clock.Jump(TimeSpan.FromDays(-1));
        time.Advance(SuppressionCatalogue.Lifetime);

        Assert.HasCount(1, await catalogue.ReadAsync(CancellationToken.None));
    }
}
