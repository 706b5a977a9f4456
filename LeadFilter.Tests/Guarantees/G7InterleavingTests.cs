using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Capacity;
using LeadFilter.Tests.Intake;
using LeadFilter.Tests.PropertyBased;
using Outcome = LeadFilter.Pipeline.Intake.Outcome;

namespace LeadFilter.Tests.Guarantees;

/// <summary>G7 for many leads at once, in random order, on two processes that share their tables.</summary>
[TestClass]
public sealed class G7InterleavingTests
{
    [TestMethod]
    public void G7_Exactly_the_limit_is_bought_whatever_the_order_of_calls() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => RunAsync(seed, faults: false).GetAwaiter().GetResult())
            .Check(PropertyCases.Of(60));

    [TestMethod]
    public void G7_No_more_than_the_limit_is_bought_while_calls_fail() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => RunAsync(seed, faults: true).GetAwaiter().GetResult())
            .Check(PropertyCases.Of(60));

    private static async Task RunAsync(int seed, bool faults)
    {
        var random = new System.Random(seed);
        int Next(int below)
        {
            lock (random)
            {
                return random.Next(below);
            }
        }

        var (daily, hourly) = (1 + Next(11), 1 + Next(11));
        var json = CapCampaign.With($"[{CapCampaign.Daily(daily)}, {{ \"id\": \"hourly\", \"limit\": {hourly}, \"per\": \"hour\" }}]");
        var first = new IntakeFixture(json);
        IntakeFixture[] processes = [first, new(json, first)];
        first.Tables.Fault = async call =>
        {
            for (var pause = Next(4); pause > 0; pause--)
            {
                await Task.Yield();
            }

            if (faults && Next(40) == 0)
            {
                throw new StoreUnavailableException("down");
            }
        };

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(number =>
            processes[Next(2)].SendAsync("acme", ("email", $"person{number}@example.com"))));

        var (limit, bought) = (Math.Min(daily, hourly), answers.Count(answer => answer.Outcome == Outcome.Success));
        Assert.IsLessThanOrEqualTo(limit, first.Enqueued.Count);
        Assert.IsLessThanOrEqualTo(first.Enqueued.Count, bought);
        if (faults)
        {
            return;
        }

        // A lead that held a place for a moment, and then found the other cap full, may have turned the last ones away: those
        // who come later get it.
        first.Clock.Advance(TimeSpan.FromSeconds(1));
        for (var number = 40; number < 52; number++)
        {
            await processes[number % 2].SendAsync("acme", ("email", $"person{number}@example.com"));
        }

        Assert.HasCount(limit, first.Enqueued);
        Assert.IsTrue((await first.TakenAsync()).Values.All(taken => taken == limit));
    }
}
