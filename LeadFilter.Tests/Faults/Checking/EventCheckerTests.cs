using static LeadFilter.Tests.Faults.Checking.MadeUpHistory;

namespace LeadFilter.Tests.Faults.Checking;

/// <summary>The checker finds what a broken program does to events after purchases, and nothing in a right history.</summary>
[TestClass]
public sealed class EventCheckerTests
{
    private readonly MadeUpHistory made = new();

    [TestInitialize]
    public void Buy() => made.Buy(One, "ann");

    [TestMethod]
    public void Nothing_is_wrong_with_an_event_that_is_counted_and_told_again()
    {
        Tell(EventAnswer.Counted);
        Tell(EventAnswer.Known);
        Store();
        made.AssertFound();
    }

    [TestMethod]
    [DataRow(nameof(EventAnswer.Nothing), true)]
    [DataRow(nameof(EventAnswer.Nothing), false)]
    [DataRow(nameof(EventAnswer.Error), true)]
    [DataRow(nameof(EventAnswer.Error), false)]
    public void An_event_without_a_definite_answer_may_be_stored_or_not(string answer, bool isStored)
    {
        Tell(Enum.Parse<EventAnswer>(answer));
        if (isStored)
        {
            Store();
        }

        made.AssertFound();
    }

    [TestMethod]
    [DataRow(nameof(EventAnswer.Nothing))]
    [DataRow(nameof(EventAnswer.Error))]
    public void An_event_may_be_known_after_a_telling_without_a_definite_answer(string answer)
    {
        Tell(Enum.Parse<EventAnswer>(answer));
        Tell(EventAnswer.Known);
        Store();
        made.AssertFound();
    }

    [TestMethod]
    [DataRow(nameof(EventAnswer.Counted))]
    [DataRow(nameof(EventAnswer.Known))]
    public void An_event_that_is_acknowledged_and_not_stored_is_lost(string answer)
    {
        Tell(EventAnswer.Nothing);
        Tell(Enum.Parse<EventAnswer>(answer));
        made.AssertFound(Wrong.Lost);
    }

    [TestMethod]
    public void An_event_that_is_counted_for_two_tellings_is_doubled()
    {
        Tell(EventAnswer.Counted);
        Tell(EventAnswer.Counted);
        Store();
        made.AssertFound(Wrong.Doubled);
    }

    [TestMethod]
    public void An_event_that_is_stored_twice_is_doubled()
    {
        Tell(EventAnswer.Counted);
        Store();
        Store();
        made.AssertFound(Wrong.Doubled);
    }

    [TestMethod]
    public void An_event_that_is_known_at_the_first_telling_is_contradicted()
    {
        Tell(EventAnswer.Known);
        Store();
        made.AssertFound(Wrong.Contradicted);
    }

    [TestMethod]
    public void An_event_that_is_refused_and_stored_is_contradicted()
    {
        Tell(EventAnswer.Refused);
        Store();
        made.AssertFound(Wrong.Contradicted);
    }

    [TestMethod]
    public void An_event_that_nobody_told_is_found()
    {
        Store();
        made.AssertFound(Wrong.CountedUnasked);
    }

    [TestMethod]
    public void An_event_of_a_lead_that_was_rejected_is_found()
    {
        made.Reject(Two, "ben");
        made.History.Add(new ToldEvent(Two, "contacted", "e1", EventAnswer.Counted));
        made.History.Add(new CountedEvent(Two, "contacted", "e1"));
        made.AssertFound(Wrong.CountedUnasked);
    }

    private void Tell(EventAnswer answer) => made.History.Add(new ToldEvent(One, "contacted", "e1", answer));

    private void Store() => made.History.Add(new CountedEvent(One, "contacted", "e1"));
}
