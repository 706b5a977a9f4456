using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Core.Capacity;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Capacity;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Ports;
using LeadFilter.Tests.PropertyBased;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Capacity;

/// <summary>Caps of more places than one stretch: several processes open stretches of their own and share the last ones.</summary>
[TestClass]
public sealed class CapStretchTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly FaultyTables tables = new();
    private readonly FakeTimeProvider clock = new(At);
    private readonly LeadIds ids = new(System.Random.Shared);
    private readonly List<HeldPlace> held = [];

    // Places are given back, calls fail before or after they took effect, processes forget all they know: in the end the cap is
    // filled to the last place.
    [TestMethod]
    public void G7_A_cap_is_filled_to_exactly_its_limit_whatever_happened_before() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => FillAsync(seed).GetAwaiter().GetResult())
            .Check(PropertyCases.Of(40));

    [TestMethod]
    public async Task Two_processes_take_places_of_stretches_of_their_own()
    {
        var counter = CounterOf(10_000);
        CapCounters[] processes = [Process(), Process()];
        var calls = 0;
        tables.Fault = call =>
        {
            calls += call is { Operation: nameof(ITable.TryInsertAsync), TookEffect: false } ? 1 : 0;
            return default;
        };
        for (var number = 0; number < 400; number++)
        {
            await TakeAsync(processes[number % 2], counter);
        }

        Assert.IsLessThanOrEqualTo(408, calls);
    }

    // Only a look at its note tells another process that a stretch is full.
    [TestMethod]
    public async Task A_place_that_is_given_back_into_a_full_stretch_is_found_by_another_process()
    {
        var counter = CounterOf(200);
        var (first, leads) = (Process(), new List<LeadId>());
        for (var number = 0; number < 200; number++)
        {
            leads.Add(await TakeAsync(first, counter));
        }

        var second = Process();
        Assert.IsFalse(await second.TryTakeAsync(counter, ids.Next(At), [], CancellationToken.None));
        foreach (var at in (int[])[17, 133])
        {
            await first.GiveBackAsync(held[at], leads[at], CancellationToken.None);
        }

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.IsTrue(await second.TryTakeAsync(counter, ids.Next(At), [], CancellationToken.None));
        Assert.IsTrue(await second.TryTakeAsync(counter, ids.Next(At), [], CancellationToken.None));
        Assert.IsFalse(await second.TryTakeAsync(counter, ids.Next(At), [], CancellationToken.None));
    }

    // It has read the place as taken before it was given back.
    [TestMethod]
    public async Task A_stretch_is_not_noted_as_full_while_a_place_is_given_back()
    {
        var counter = CounterOf(200);
        var (first, leads) = (Process(), new List<LeadId>());
        for (var number = 0; number < 200; number++)
        {
            leads.Add(await TakeAsync(first, counter));
        }

        var reader = Process();
        tables.Fault = async call =>
        {
            if (call is { Operation: nameof(ITable.TryDeleteAsync), TookEffect: false })
            {
                tables.Fault = null;
                Assert.IsFalse(await reader.TryTakeAsync(counter, ids.Next(At), [], CancellationToken.None));
            }
        };
        await first.GiveBackAsync(held[50], leads[50], CancellationToken.None);
        Assert.IsNull(tables.Fault);
        clock.Advance(StretchNotes.Reserve);
        Assert.IsTrue(await Process().TryTakeAsync(counter, ids.Next(At), [], CancellationToken.None));
    }

    [TestMethod]
    public async Task A_full_cap_is_looked_at_by_its_notes_alone()
    {
        var counter = CounterOf(500);
        var process = Process();
        for (var number = 0; number < 500; number++)
        {
            await TakeAsync(process, counter);
        }

        Assert.IsFalse(await process.HasRoomAsync(counter, CancellationToken.None));
        clock.Advance(TimeSpan.FromMinutes(1));
        var calls = new List<string>();
        tables.Fault = call =>
        {
            calls.Add(call.Operation);
            return default;
        };
        Assert.IsFalse(await process.HasRoomAsync(counter, CancellationToken.None));
        Assert.AreEqual($"{nameof(ITable.QueryAsync)}", string.Join(' ', calls.Distinct()));
    }

    [TestMethod]
    public async Task A_limit_that_is_raised_or_lowered_on_the_way_is_kept_to_the_place()
    {
        CapCounters[] processes = [Process(), Process(), Process()];
        foreach (var (limit, taken) in new[] { (50, 50), (730, 730), (700, 730), (731, 731), (1_250, 1_250), (1_249, 1_250) })
        {
            for (var at = 0; at < processes.Length; at++)
            {
                while (await processes[at].TryTakeAsync(CounterOf(limit), ids.Next(At), [], CancellationToken.None))
                {
                }
            }

            Assert.AreEqual(taken, await TakenAsync(CounterOf(limit)), $"limit {limit}");
        }
    }

    private static CapCounter CounterOf(int limit) => new("cap", limit, new TimeSlice(At, At.AddDays(1)), null);

    private static async Task FillAsync(int seed)
    {
        var test = new CapStretchTests();
        var random = new System.Random(seed);
        var counter = CounterOf(random.Next(101, 451));
        CapCounters NewProcess() => new(new(test.tables), test.clock, new System.Random(random.Next()));
        var processes = Enumerable.Range(0, 3).Select(_ => NewProcess()).ToArray();
        test.tables.Fault = call => random.Next(30) == 0 ? throw new StoreUnavailableException("down") : default;
        var holders = new List<(HeldPlace Place, LeadId Lead)>();
        for (var step = random.Next(1_000); step > 0; step--)
        {
            test.clock.Advance(TimeSpan.FromSeconds(random.Next(3)));
            if (random.Next(100) == 0)
            {
                processes[random.Next(3)] = NewProcess();
            }

            var (lead, places) = (test.ids.Next(At), new List<HeldPlace>());
            try
            {
                if (random.Next(4) == 0 && holders.Count > 0)
                {
                    var at = random.Next(holders.Count);
                    await processes[random.Next(3)].GiveBackAsync(holders[at].Place, holders[at].Lead, CancellationToken.None);
                    holders.RemoveAt(at);
                }
                else if (await processes[random.Next(3)].TryTakeAsync(counter, lead, places, CancellationToken.None))
                {
                    holders.Add((places.Single(), lead));
                }
            }
            catch (StoreUnavailableException)
            {
                // A lead that was not answered: what it may hold, it holds.
            }
        }

        test.tables.Fault = null;
        test.clock.Advance(StretchNotes.Reserve);
        foreach (var process in processes)
        {
            while (await process.TryTakeAsync(counter, test.ids.Next(At), [], CancellationToken.None))
            {
            }
        }

        Assert.AreEqual(counter.Limit, await test.TakenAsync(counter));
        var rows = test.tables[TableNames.Caps].Rows.Where(row => row.Text("Lead") is not null).ToList();
        Assert.HasCount(counter.Limit, rows);
        Assert.HasCount(counter.Limit, rows.Select(row => row.Text("Lead")).Distinct());
    }

    private async Task<LeadId> TakeAsync(CapCounters process, CapCounter counter)
    {
        var lead = ids.Next(At);
        Assert.IsTrue(await process.TryTakeAsync(counter, lead, held, CancellationToken.None));
        return lead;
    }

    private async Task<int> TakenAsync(CapCounter counter) => await new CapPlaces(tables).ReadAsync(counter, CancellationToken.None).CountAsync();

    private CapCounters Process() => new(new(tables), clock, System.Random.Shared);
}
