namespace LeadFilter.Core.Outcomes;

/// <summary>
/// What became of a bought lead: a function of the set of its events. Neither the order in which they were told nor repetitions
/// change anything.
/// </summary>
public sealed class LeadHistory
{
    private LeadHistory(IReadOnlyList<LeadOutcome> events) => Events = events;

    /// <summary>The events, in the order in which they happened.</summary>
    public IReadOnlyList<LeadOutcome> Events { get; }

    /// <summary>How far the lead has come.</summary>
    public LeadStage Stage { get; private set; }

    /// <summary>The stages from attempted on that it has reached, in their order, with those that a later one implies.</summary>
    public IReadOnlyList<ReachedStage> Reached { get; private set; } = [];

    /// <summary>
    /// What its conversions are worth: those with ids together, and the latest of those without. Null if none has a value.
    /// </summary>
    public decimal? Value { get; private set; }

    /// <summary>Why it is refused, lost or dead; null if it is not, or no reason was given.</summary>
    public string? Reason { get; private set; }

    /// <summary>When a dead lead is to be looked at again; null if it is not dead, or for never.</summary>
    public DateTimeOffset? WakeAt { get; private set; }

    /// <summary>How often a person tried to reach the lead's person.</summary>
    public int AttemptsByPersons => Events.Count(static one => one is { Event: LeadEvent.Attempted, By: ActedBy.Person });

    /// <summary>The history of a lead.</summary>
    /// <param name="events">Its events, in any order; of two of one kind with the same key the earlier counts.</param>
    public static LeadHistory Of(IEnumerable<LeadOutcome> events)
    {
        var history = new LeadHistory(
        [
            .. events.OrderBy(static one => one.At).ThenBy(static one => one.Event).ThenBy(static one => one.Key, StringComparer.Ordinal)
                .ThenBy(static one => one.Value).ThenBy(static one => one.Reason, StringComparer.Ordinal)
                .DistinctBy(static one => (one.Event, one.Key)),
        ]);
        history.Tell();
        return history;
    }

    private void Tell()
    {
        var told = new DateTimeOffset?[(int)LeadStage.Converted + 1];
        LeadOutcome? end = null;
        decimal? named = null;
        decimal? unnamed = null;
        foreach (var one in Events)
        {
            switch (one.Event)
            {
                case LeadEvent.Refused or LeadEvent.Lost or LeadEvent.Dead:
                    end = one;
                    break;
                case LeadEvent.Reopened:
                    end = null;
                    break;
                case LeadEvent.Unconverted:
                    // What went before stays: the person was qualified all the same.
                    Imply(told, LeadStage.Qualified, told[(int)LeadStage.Converted]);
                    told[(int)LeadStage.Converted] = null;
                    (named, unnamed) = (null, null);
                    break;
                default:
                    told[(int)StageOf(one.Event)] ??= one.At;
                    if (one.Event == LeadEvent.Converted)
                    {
                        // Whoever buys after all is not lost.
                        end = null;

                        // Conversions with ids are sales of their own. Without ids, the same sale may be told again at another time.
                        (named, unnamed) = one.Value is not { } value ? (named, unnamed)
                            : one.Id is null ? (named, value)
                            : ((named ?? 0) + value, unnamed);
                    }

                    break;
            }
        }

        Value = named is null ? unnamed : named + (unnamed ?? 0);
        Conclude(told, end);
    }

    private void Conclude(DateTimeOffset?[] told, LeadOutcome? end)
    {
        var reached = new List<ReachedStage>();
        DateTimeOffset? later = null;
        for (var stage = LeadStage.Converted; stage > LeadStage.Bought; stage--)
        {
            var own = told[(int)stage];
            if (own is { } at && (later is null || at <= later))
            {
                later = at;
                reached.Add(new(stage, at, IsImplied: !Events.Any(one => one.At == at && StageOf(one.Event) == stage)));
            }
            else if (later is { } implied)
            {
                reached.Add(new(stage, implied, IsImplied: true));
            }
        }

        reached.Reverse();
        Reached = reached;
        (Reason, WakeAt) = (end?.Reason, end?.Event == LeadEvent.Dead ? end.WakeAt : null);
        Stage = end?.Event switch
        {
            LeadEvent.Refused => LeadStage.Refused,
            LeadEvent.Lost => LeadStage.Lost,
            LeadEvent.Dead => LeadStage.Dead,
            _ => reached is [.., var furthest] ? furthest.Stage : LeadStage.Bought,
        };
    }

    private static void Imply(DateTimeOffset?[] told, LeadStage stage, DateTimeOffset? at)
    {
        if (at is not null && (told[(int)stage] is not { } own || own > at))
        {
            told[(int)stage] = at;
        }
    }

    private static LeadStage StageOf(LeadEvent one) => one switch
    {
        LeadEvent.Attempted => LeadStage.Attempted,
        LeadEvent.Contacted => LeadStage.Contacted,
        LeadEvent.Accepted => LeadStage.Accepted,
        LeadEvent.Qualified => LeadStage.Qualified,
        LeadEvent.Converted => LeadStage.Converted,
        _ => LeadStage.Bought,
    };
}
