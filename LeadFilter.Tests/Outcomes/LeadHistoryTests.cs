using System.Globalization;
using LeadFilter.Core.Outcomes;

namespace LeadFilter.Tests.Outcomes;

[TestClass]
public sealed class LeadHistoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [TestMethod]
    [DataRow("", "bought", "")]
    [DataRow("attempted@1", "attempted", "attempted@1")]
    [DataRow("attempted@1 contacted@3", "contacted", "attempted@1 contacted@3")]
    [DataRow("contacted@3 attempted@5", "contacted", "attempted@3? contacted@3")]
    [DataRow("converted@9", "converted", "attempted@9? contacted@9? accepted@9? qualified@9? converted@9")]
    [DataRow("attempted@1 converted@9", "converted", "attempted@1 contacted@9? accepted@9? qualified@9? converted@9")]
    [DataRow("attempted@2 attempted@1", "attempted", "attempted@1")]
    [DataRow("qualified@4 refused@6", "refused", "attempted@4? contacted@4? accepted@4? qualified@4")]
    [DataRow("lost@3 reopened@5", "bought", "")]
    [DataRow("contacted@1 dead@3 reopened@5", "contacted", "attempted@1? contacted@1")]
    [DataRow("contacted@1 dead@3 attempted@5", "dead", "attempted@1? contacted@1")]
    [DataRow("lost@3 converted@5", "converted", "attempted@5? contacted@5? accepted@5? qualified@5? converted@5")]
    [DataRow("converted@5 unconverted@7", "qualified", "attempted@5? contacted@5? accepted@5? qualified@5?")]
    [DataRow("converted@5 unconverted@7 converted@9", "converted", "attempted@5? contacted@5? accepted@5? qualified@5? converted@9")]
    [DataRow("unconverted@7", "bought", "")]
    public void The_stage_follows_from_the_events(string events, string stage, string reached)
    {
        var history = LeadHistory.Of(Read(events));

        Assert.AreEqual(stage, LeadStageName.Of(history.Stage));
        Assert.AreEqual(reached, string.Join(' ', history.Reached.Select(
            static one => $"{LeadStageName.Of(one.Stage)}@{(one.At - Start).TotalHours}{(one.IsImplied ? "?" : "")}")));
    }

    [TestMethod]
    [DataRow("converted@1=100", 100.0)]
    [DataRow("converted@1=100=a converted@2=50.5=b", 150.5)]
    [DataRow("converted@1=100 converted@2=50.5", 50.5)]
    [DataRow("converted@1=100=a converted@2=20 converted@3=50.5", 150.5)]
    [DataRow("converted@1=100 unconverted@2", null)]
    [DataRow("converted@1=100 unconverted@2 converted@3=70", 70.0)]
    [DataRow("qualified@1=100", null)]
    [DataRow("converted@1", null)]
    public void The_value_is_that_of_the_conversions_that_stand(string events, double? value) =>
        Assert.AreEqual((decimal?)value, LeadHistory.Of(Read(events)).Value);

    [TestMethod]
    public void A_dead_lead_says_why_and_when_to_look_again()
    {
        var wakeAt = Start.AddDays(90);
        var history = LeadHistory.Of([new(LeadEvent.Dead, Start) { Reason = "moving", WakeAt = wakeAt }]);

        Assert.AreEqual(("moving", wakeAt), (history.Reason, history.WakeAt));
    }

    [TestMethod]
    public void An_event_with_the_id_of_another_one_of_its_kind_counts_once() =>
        Assert.AreEqual(1, LeadHistory.Of([Attempt("a", 1), Attempt("a", 2), new(LeadEvent.Contacted, Start) { Id = "a" }])
            .Events.Count(static one => one.Event == LeadEvent.Attempted));

    [TestMethod]
    public void Attempts_of_machines_are_not_attempts_by_persons() => Assert.AreEqual(2, LeadHistory.Of(
        [
            new(LeadEvent.Attempted, Start) { By = ActedBy.Person },
            new(LeadEvent.Attempted, Start.AddHours(1)) { By = ActedBy.Automatic },
            new(LeadEvent.Attempted, Start.AddHours(2)),
            new(LeadEvent.Attempted, Start.AddHours(3)) { By = ActedBy.Person },
        ]).AttemptsByPersons);

    private static LeadOutcome Attempt(string id, int hour) => new(LeadEvent.Attempted, Start.AddHours(hour)) { Id = id };

    private static IEnumerable<LeadOutcome> Read(string events) =>
        from one in events.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        let parts = one.Split('@', '=')
        select new LeadOutcome(LeadEventName.Find(parts[0])!.Value, Start.AddHours(int.Parse(parts[1], CultureInfo.InvariantCulture)))
        {
            Value = parts.Length > 2 ? decimal.Parse(parts[2], CultureInfo.InvariantCulture) : null,
            Id = parts.Length > 3 ? parts[3] : null,
        };
}
