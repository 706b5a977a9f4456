using LeadFilter.Core.Leads;
using LeadFilter.Core.Returns.Cases;
using LeadFilter.Pipeline.Capacity;
using LeadFilter.Pipeline.Duplicates;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Tests.Ports;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Returns;

/// <summary>What follows from returns by itself.</summary>
[TestClass]
public sealed class ReturnSweepTests
{
    private const string Again = """, "again": true""";
    private static readonly DateTimeOffset Bought = new(2026, 11, 2, 15, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Deadline = new(2026, 11, 8, 5, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider time = new(Bought.AddDays(2));
    private readonly InMemoryTables tables = new();

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Cancellation => TestContext.CancellationToken;

    [TestMethod]
    public async Task G13_Silence_decides_once_at_the_deadline_whoever_looks_and_whenever()
    {
        var desks = new[] { new ReturnDesk(tables, time, ""), new ReturnDesk(tables, time, "") };
        var lead = await desks[0].BuyAsync(Bought);
        await desks[0].AskAsync(lead);
        await SweepAsync(desks[0]);
        Assert.AreEqual(ReturnState.Requested, (await desks[0].FindAsync(lead))!.State);

        time.SetUtcNow(Deadline.AddHours(7));
        await Task.WhenAll(desks.Select(SweepAsync));
        await SweepAsync(desks[0]);

        var decided = (await desks[1].FindAsync(lead))!;
        Assert.AreEqual((2, Deadline), (decided.Changes.Count, decided.CreditedAt));
        Assert.AreEqual(ReturnParty.Silence, decided.Changes[1].By);
    }

    [TestMethod]
    public async Task With_nothing_left_to_do_nothing_is_left_to_look_at()
    {
        var desk = new ReturnDesk(tables, time, "");
        var lead = await desk.BuyAsync(Bought);
        await desk.AskAsync(lead);
        await SweepAsync(desk);
        await desk.DoAsync(lead, ReturnAction.Accept, ReturnParty.Vendor);
        time.SetUtcNow(Deadline);

        // The change, and the deadline that came to nothing.
        Assert.AreEqual(2, await desk.Sweep.RunAsync(TimeSpan.MaxValue, Cancellation));
        Assert.AreEqual(0, await desk.Sweep.RunAsync(TimeSpan.MaxValue, Cancellation));
        Assert.IsEmpty(await tables[TableNames.Returns].QueryAsync("due", "", null, Cancellation).ToListAsync(Cancellation));
    }

    [TestMethod]
    public async Task The_vendor_is_told_of_each_change_once()
    {
        var desk = new ReturnDesk(tables, time, "");
        var lead = await desk.BuyAsync(Bought);
        await desk.AskAsync(lead);
        await SweepAsync(desk);
        time.SetUtcNow(Deadline);
        await SweepAsync(desk);
        await SweepAsync(desk);

        Assert.HasCount(2, desk.Told);
        Assert.Contains($"return-{lead}-1", desk.Told[0], StringComparison.Ordinal);
        Assert.Contains("\"state\":\"requested\"", desk.Told[0], StringComparison.Ordinal);
        Assert.Contains("\"answer_by\":\"2026-11-08T05:00:00Z\"", desk.Told[0], StringComparison.Ordinal);
        Assert.Contains($"return-{lead}-2", desk.Told[1], StringComparison.Ordinal);
        Assert.Contains("\"by\":\"silence\"", desk.Told[1], StringComparison.Ordinal);
        Assert.Contains("\"credit\":12.5", desk.Told[1], StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task After_a_credit_the_person_may_be_bought_again_if_the_contract_says_so()
    {
        foreach (var (terms, isFree) in new[] { ("", false), (Again, true) })
        {
            var desk = new ReturnDesk(new InMemoryTables(), time, terms);
            var (first, second) = (await desk.BuyAsync(Bought), LeadId.Create(Bought.AddDays(3), new byte[10]));
            var person = new PersonIdentity("ab12", "loans", [0], TimeSpan.FromDays(90));
            await desk.Claims.TakeAsync(person, first, Bought, isHeld: false, Cancellation);
            await desk.AskAsync(first);
            await SweepAsync(desk);
            Assert.IsNotNull(await desk.Claims.FindHeldAsync(person, Cancellation));

            await desk.DoAsync(first, ReturnAction.Accept, ReturnParty.Vendor);
            await SweepAsync(desk);

            var (other, isMine) = await desk.Claims.TakeAsync(person, second, Bought.AddDays(3), isHeld: true, Cancellation);
            Assert.AreEqual((isFree ? null : (LeadId?)first, isFree), (other?.Lead, isMine));
        }
    }

    [TestMethod]
    public async Task After_a_credit_the_places_under_caps_are_free_again_until_their_period_ends()
    {
        foreach (var (period, isFree) in new[] { ("month", true), ("day", false) })
        {
            var desk = new ReturnDesk(
                new InMemoryTables(), time, Again, caps: $$""" "caps": [ { "id": "few", "limit": 1, "per": "{{period}}" } ],""");
            var lead = await desk.BuyAsync(Bought);
            var cap = desk.Campaign.Caps[0];
            var counter = CapCounter.Of(desk.Campaign, cap, Bought, null);
            Assert.IsTrue(await desk.Counters.TryTakeAsync(counter, lead, [], Cancellation));
            await desk.AskAsync(lead);
            await desk.DoAsync(lead, ReturnAction.Accept, ReturnParty.Vendor);

            await SweepAsync(desk);
            await SweepAsync(desk);

            Assert.AreEqual(isFree, await desk.Counters.FindAsync(counter, lead, Cancellation) is null, period);
        }
    }

    [TestMethod]
    public async Task G13_Every_call_that_fails_is_made_good_by_the_next_sweep()
    {
        for (var step = 1; ; step++)
        {
            var (faulty, clock) = (new FaultyTables(), new FakeTimeProvider(Bought.AddDays(2)));
            var desk = new ReturnDesk(faulty, clock, Again);
            var lead = await desk.BuyAsync(Bought, step);
            await desk.AskAsync(lead);
            clock.SetUtcNow(Deadline);
            var calls = 0;
            faulty.Fault = _ => Interlocked.Increment(ref calls) == step
                ? throw new StoreUnavailableException("A fault of the test.")
                : ValueTask.CompletedTask;
            for (var sweep = 0; sweep < 3; sweep++)
            {
                try
                {
                    await SweepAsync(desk);
                }
                catch (StoreUnavailableException)
                {
                    Assert.IsGreaterThanOrEqualTo(step, calls);
                }
            }

            faulty.Fault = null;
            clock.Advance(TimeSpan.FromMinutes(11));
            await SweepAsync(desk);
            var decided = (await desk.FindAsync(lead))!;
            Assert.AreEqual((2, Deadline), (decided.Changes.Count, decided.CreditedAt), $"step {step}");
            Assert.HasCount(2, desk.Told.DistinctBy(static told => told.Split(' ')[0]), $"step {step}");
            Assert.IsNotNull(await faulty[TableNames.Claims].FindAsync("released", lead.ToString(), Cancellation), $"step {step}");
            Assert.IsEmpty(await faulty[TableNames.Returns].QueryAsync("due", "", null, Cancellation).ToListAsync(Cancellation), $"step {step}");
            if (calls < step)
            {
                Assert.IsGreaterThan(6, step);
                return;
            }
        }
    }

    private async Task SweepAsync(ReturnDesk desk) => await desk.Sweep.RunAsync(TimeSpan.MaxValue, Cancellation);
}
