using LeadFilter.Core.Capacity;
using LeadFilter.Pipeline.Capacity;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Ports;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Capacity;

/// <summary>Budgets: what leads take of them is counted exactly, whoever takes at once and whatever fails.</summary>
[TestClass]
public sealed class BudgetTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly FaultyTables tables = new();
    private readonly FakeTimeProvider clock = new(At);
    private readonly LeadIds ids = new(Random.Shared);

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Cancellation => TestContext.CancellationToken;

    [TestMethod]
    public async Task G7_Two_processes_with_many_threads_spend_a_budget_to_the_last_part_that_fits()
    {
        var counter = CounterOf("$1,000");
        CapCounters[] processes = [Process(), Process()];
        long[] costs = [70_000, 125_000, 33_333];

        var spent = await Task.WhenAll(Enumerable.Range(0, 12).Select(worker => Task.Run(async () =>
        {
            var sum = 0L;
            while (await processes[worker % 2].TryTakeAsync(counter, costs[worker % 3], ids.Next(At), [], Cancellation))
            {
                sum += costs[worker % 3];
            }

            return sum;
        })));

        Assert.IsLessThanOrEqualTo(counter.Budget, spent.Sum());
        Assert.IsGreaterThan(counter.Budget - costs.Min(), spent.Sum());
        Assert.AreEqual(CapLimit.AmountOf(spent.Sum()), await TakenAsync(counter));
    }

    [TestMethod]
    public async Task What_does_not_fit_is_refused_though_something_cheaper_fits()
    {
        var (counter, process) = (CounterOf("$10"), Process());

        Assert.IsTrue(await TakeAsync(process, counter, 7));
        Assert.IsFalse(await TakeAsync(process, counter, 5));
        Assert.IsTrue(await TakeAsync(process, counter, 3));
        Assert.IsFalse(await TakeAsync(process, counter, 0.0001m));
    }

    [TestMethod]
    public async Task What_is_given_back_can_be_taken_by_another_process_a_second_later()
    {
        var (counter, one, other, lead, held) = (CounterOf("$10"), Process(), Process(), ids.Next(At), new List<HeldPlace>());
        Assert.IsTrue(await one.TryTakeAsync(counter, 100_000, lead, held, Cancellation));
        Assert.IsFalse(await TakeAsync(other, counter, 10));

        await one.GiveBackAsync(held[0], lead, Cancellation);
        await one.GiveBackAsync(held[0], lead, Cancellation);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.AreEqual(0, await TakenAsync(counter));
        Assert.IsTrue(await TakeAsync(other, counter, 10));
        Assert.IsFalse(await TakeAsync(one, counter, 10));
    }

    [TestMethod]
    public async Task A_lead_gives_back_only_what_it_has_taken()
    {
        var (counter, process, held) = (CounterOf("$10"), Process(), new List<HeldPlace>());
        Assert.IsTrue(await process.TryTakeAsync(counter, 100_000, ids.Next(At), held, Cancellation));

        await process.GiveBackAsync(held[0], ids.Next(At), Cancellation);

        Assert.AreEqual(10, await TakenAsync(counter));
    }

    [TestMethod]
    public async Task What_an_earlier_attempt_has_taken_is_found_unless_it_was_given_back()
    {
        var (counter, process, lead, held) = (CounterOf("$100"), Process(), ids.Next(At), new List<HeldPlace>());
        await TakeAsync(process, counter, 10);
        Assert.IsNull(await Process().FindAsync(counter, lead, Cancellation));

        Assert.IsTrue(await process.TryTakeAsync(counter, 100_000, lead, held, Cancellation));
        await TakeAsync(process, counter, 10);
        Assert.AreEqual(held[0], await Process().FindAsync(counter, lead, Cancellation));

        await process.GiveBackAsync(held[0], lead, Cancellation);
        Assert.IsNull(await Process().FindAsync(counter, lead, Cancellation));

        Assert.IsTrue(await process.TryTakeAsync(counter, 100_000, lead, held, Cancellation));
        Assert.AreEqual(held[^1], await Process().FindAsync(counter, lead, Cancellation));
    }

    [TestMethod]
    public async Task A_lowered_budget_counts_what_was_spent_and_a_raised_one_too()
    {
        var process = Process();
        Assert.IsTrue(await TakeAsync(process, CounterOf("$100"), 60));

        Assert.IsFalse(await TakeAsync(process, CounterOf("$50"), 1));
        Assert.IsTrue(await TakeAsync(process, CounterOf("$70"), 10));
        Assert.IsFalse(await TakeAsync(process, CounterOf("$70"), 1));
    }

    // Calls fail before or after they took effect, and what failed is given back or not, as after a failed queue.
    [TestMethod]
    public async Task G7_Calls_that_fail_never_let_a_budget_be_exceeded()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var (counter, processes) = (CounterOf($"$1{seed:00}", $"budget-{seed}"), new[] { Process(), Process(), Process() });
            var (kept, doubtful) = (0L, 0L);
            for (var attempt = 0; attempt < 60; attempt++)
            {
                var (process, lead, held) = (processes[random.Next(3)], ids.Next(At), new List<HeldPlace>());
                var cost = random.Next(1, 120_000);
                tables.Fault = _ => random.Next(6) == 0 ? throw new StoreUnavailableException("down") : default;
                try
                {
                    if (await process.TryTakeAsync(counter, cost, lead, held, Cancellation))
                    {
                        kept += cost;
                    }
                }
                catch (StoreUnavailableException)
                {
                    tables.Fault = null;
                    if (held.Count > 0 && random.Next(2) == 0)
                    {
                        await processes[random.Next(3)].GiveBackAsync(held[0], lead, Cancellation);
                    }
                    else
                    {
                        doubtful += cost;
                    }
                }

                tables.Fault = null;
                clock.Advance(TimeSpan.FromSeconds(1));
            }

            var taken = CapLimit.PartsOf(Of(await TakenAsync(counter)));
            Assert.IsLessThanOrEqualTo(counter.Budget, taken, $"seed {seed}");
            Assert.IsTrue(kept <= taken && taken <= kept + doubtful, $"seed {seed}: {kept} kept, {doubtful} doubtful, {taken} taken");
        }
    }

    [TestMethod]
    public async Task The_last_of_many_entries_is_found_without_reading_them()
    {
        var (counter, process) = (CounterOf("$10,000"), Process());
        for (var number = 0; number < 1000; number++)
        {
            await TakeAsync(process, counter, 1);
        }

        var calls = 0;
        tables.Fault = _ =>
        {
            calls++;
            return default;
        };
        Assert.IsTrue(await Process().HasRoomAsync(counter, 1, Cancellation));

        // Each call is told of before and after it.
        Assert.IsLessThanOrEqualTo(2 * 25, calls);
    }

    private static Core.Decisions.Money Of(decimal amount) =>
        Core.Decisions.Money.TryCreate(amount, out var money) ? money : throw new AssertFailedException($"{amount}");

    private Task<bool> TakeAsync(CapCounters process, CapCounter counter, decimal amount) =>
        process.TryTakeAsync(counter, CapLimit.PartsOf(Of(amount)), ids.Next(At), [], Cancellation).AsTask();

    private async Task<decimal> TakenAsync(CapCounter counter) => await new CapPlaces(tables).TakenAsync(counter, Cancellation);

    private CapCounters Process() => new(new(tables), clock, Random.Shared);

    private static CapCounter CounterOf(string limit, string id = "budget")
    {
        var campaign = TestCampaign.Loaded(CapCampaign.With($$"""[ { "id": "{{id}}", "limit": "{{limit}}", "per": "day" } ]"""));
        return CapCounter.Of(campaign, campaign.Caps[0], At, null);
    }
}
