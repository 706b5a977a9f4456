using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Tests.PropertyBased;

namespace LeadFilter.Tests.Delivery;

[TestClass]
public sealed class RedeliveryScheduleTests
{
    private static readonly DateTimeOffset Start = DeliveryScene.Start;

    [TestMethod]
    [DataRow(1, 5)]
    [DataRow(2, 15)]
    [DataRow(3, 60)]
    [DataRow(4, 300)]
    [DataRow(5, 900)]
    [DataRow(6, 3_600)]
    [DataRow(7, 7_200)]
    [DataRow(8, 14_400)]
    [DataRow(9, 14_400)]
    [DataRow(1_000, 14_400)]
    public void Delays_grow(int attempt, int seconds)
    {
        Assert.AreEqual(Start.AddSeconds(seconds * 0.8), new RedeliverySchedule(new FixedRandom(0)).Next(attempt, Start, Start, null));
        Assert.AreEqual(Start.AddSeconds(seconds), new RedeliverySchedule(new FixedRandom(0.5)).Next(attempt, Start, Start, null));
        Assert.AreEqual(Start.AddSeconds(seconds * 1.2), new RedeliverySchedule(new FixedRandom(1)).Next(attempt, Start, Start, null));
    }

    [TestMethod]
    public void Next_try_is_not_before_what_the_crm_asked_for()
    {
        var schedule = new RedeliverySchedule(new FixedRandom(0.5));

        Assert.AreEqual(Start.AddMinutes(30), schedule.Next(1, Start, Start, TimeSpan.FromMinutes(30)));
        Assert.AreEqual(Start.AddSeconds(5), schedule.Next(1, Start, Start, TimeSpan.FromSeconds(1)));
    }

    [TestMethod]
    public void Last_try_is_at_the_end_of_24_hours()
    {
        var schedule = new RedeliverySchedule(new FixedRandom(0.5));

        Assert.AreEqual(Start.AddHours(24), schedule.Next(9, Start, Start.AddHours(23), null));
        Assert.AreEqual(Start.AddHours(24), schedule.Next(1, Start, Start.AddHours(1), TimeSpan.FromHours(24)));
        Assert.IsNull(schedule.Next(10, Start, Start.AddHours(24), null));
        Assert.IsNull(schedule.Next(10, Start, Start.AddDays(9), null));
    }

    [TestMethod]
    public void Any_series_of_tries_ends_at_24_hours_after_a_few_dozen() => Check.One(PropertyCases.Of(), Prop.ForAll(
        ArbMap.Default.ArbFor<int>(),
        ArbMap.Default.ArbFor<uint[]>(),
        (seed, asked) =>
        {
            var schedule = new RedeliverySchedule(new Random(seed));
            var now = Start;
            var attempt = 1;
            while (schedule.Next(attempt, Start, now, Asked(attempt)) is { } next)
            {
                Assert.IsTrue(next > now && next <= Start.AddHours(24));
                Assert.IsTrue(next >= now + (Asked(attempt) ?? TimeSpan.Zero) || next == Start.AddHours(24));
                now = next;
                attempt++;
            }

            Assert.AreEqual(Start.AddHours(24), now);
            Assert.IsTrue(attempt is >= 2 and <= 20);

            TimeSpan? Asked(int attempt) => attempt <= asked.Length ? TimeSpan.FromSeconds(asked[attempt - 1] % 86_400) : null;
        }));

    [TestMethod]
    [DataRow(0, 5)]
    [DataRow(25, 5)]
    [DataRow(60, 12)]
    [DataRow(3_600, 720)]
    [DataRow(4_500, 900)]
    [DataRow(72_000, 900)]
    [DataRow(-3_600, 5)]
    public void A_lead_that_met_a_pause_comes_back_after_a_fifth_of_its_age_and_soon_at_any_age(int age, int seconds)
    {
        var now = Start.AddSeconds(age);
        Assert.AreEqual(now.AddSeconds(seconds), new RedeliverySchedule(new FixedRandom(0.5)).NextAfterPause(Start, now, TimeSpan.FromSeconds(1)));
    }

    [TestMethod]
    public void A_lead_that_met_a_pause_comes_back_when_it_is_over_and_not_before()
    {
        var schedule = new RedeliverySchedule(new FixedRandom(0.5));

        Assert.AreEqual(Start.AddSeconds(15), schedule.NextAfterPause(Start, Start, TimeSpan.FromSeconds(15)));
        Assert.AreEqual(Start.AddHours(24), schedule.NextAfterPause(Start, Start.AddMinutes(23.9 * 60), null));
        Assert.IsNull(schedule.NextAfterPause(Start, Start.AddHours(24), null));
    }

    [TestMethod]
    public void A_pause_of_a_day_costs_a_lead_less_than_seven_attempts_an_hour()
    {
        var schedule = new RedeliverySchedule(new FixedRandom(0));
        var (now, attempts) = (Start, 0);
        while (schedule.NextAfterPause(Start, now, TimeSpan.FromSeconds(1)) is { } next)
        {
            (now, attempts) = (next, attempts + 1);
        }

        Assert.IsLessThan(24 * 7, attempts);
    }

    private sealed class FixedRandom(double value) : Random
    {
        public override double NextDouble() => value;
    }
}
