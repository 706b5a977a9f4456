using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Core.Outcomes;
using LeadFilter.Tests.PropertyBased;

namespace LeadFilter.Tests.Outcomes;

[TestClass]
public sealed class LeadHistoryPropertyTests
{
    private const int MaxEvents = 12;

    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    // Few times, ids and values, so that many are the same.
    private static readonly Gen<LeadOutcome> Outcomes =
        from happened in Gen.Elements(Enum.GetValues<LeadEvent>())
        from hour in Gen.Choose(0, 5)
        from id in Gen.Elements<string?>(null, "a", "b")
        from value in Gen.Elements<decimal?>(null, 10, 20.5m)
        select new LeadOutcome(happened, Start.AddHours(hour)) { Id = id, Value = value };

    [TestMethod]
    public void Neither_order_nor_repetition_of_events_changes_what_became_of_a_lead() => Check.One(
        PropertyCases.Of(2000),
        Prop.ForAll(
            Outcomes.ListOf(MaxEvents).SelectMany(
                static events => Gen.Shuffle<LeadOutcome>([.. events, .. events]), static (events, shuffled) => (events, shuffled)).ToArbitrary(),
            static both => Told(both.events) == Told(both.shuffled)));

    [TestMethod]
    public void The_stages_are_reached_without_a_gap_and_in_their_order() => Check.One(
        PropertyCases.Of(2000),
        Prop.ForAll(
            Outcomes.ListOf(MaxEvents).ToArbitrary(),
            static events =>
            {
                var reached = LeadHistory.Of(events).Reached;
                return reached.Select(static one => (int)one.Stage).SequenceEqual(Enumerable.Range(1, reached.Count))
                    && reached.Zip(reached.Skip(1)).All(static pair => pair.First.At <= pair.Second.At);
            }));

    private static string Told(IEnumerable<LeadOutcome> events)
    {
        var history = LeadHistory.Of(events);
        return string.Join(' ', history.Reached) + history.Stage + history.Value + history.Reason + history.WakeAt + string.Join(' ', history.Events);
    }
}
