namespace LeadFilter.Tests.Faults.Checking;

/// <summary>
/// Says what is wrong with the events after purchases in a history: G13. Nothing acknowledged is lost, nothing counts twice, and
/// nothing is stored that nobody told. It knows the promise, not the program.
/// </summary>
internal static class EventChecker
{
    /// <summary>Everything that is wrong.</summary>
    public static IEnumerable<Finding> Findings(History history)
    {
        var told = history.ToldEvents.GroupBy(one => one.Key).ToDictionary(group => group.Key, group => group.ToList());
        var stored = history.CountedEvents.ToLookup(one => one.Key);
        return told.Values.SelectMany(tellings => LookAt(tellings, stored[tellings[0].Key].Count()))
            .Concat(stored.Where(rows => rows.Count() > 1).Select(rows => new Finding(Wrong.Doubled, $"event {rows.Key} is stored {rows.Count()} times")))
            .Concat(stored.Where(rows => !told.ContainsKey(rows.Key)).Select(rows => new Finding(Wrong.CountedUnasked, $"event {rows.Key} is stored, and nobody told it")))
            .Concat(history.CountedEvents.Select(one => one.Lead).Distinct()
                .Where(lead => !(history.Logged.TryGetValue(lead, out var record) && record.IsAccepted))
                .Select(lead => new Finding(Wrong.CountedUnasked, $"lead {lead} has events, and the log does not say that it is bought")));
    }

    /// <summary>All tellings of one event, in the order in which they were made, each after the answer to the one before.</summary>
    private static IEnumerable<Finding> LookAt(List<ToldEvent> tellings, int stored)
    {
        var key = tellings[0].Key;
        if (stored == 0 && tellings.Exists(one => one.Answer is EventAnswer.Counted or EventAnswer.Known))
        {
            yield return new(Wrong.Lost, $"event {key} is acknowledged, and not stored");
        }

        if (stored > 0 && tellings.TrueForAll(one => one.Answer == EventAnswer.Refused))
        {
            yield return new(Wrong.Contradicted, $"event {key} is refused, and stored");
        }

        if (tellings.Count(one => one.Answer == EventAnswer.Counted) > 1)
        {
            yield return new(Wrong.Doubled, $"event {key} is counted for more than one telling");
        }

        // Only a telling without a definite answer can have counted it unheard.
        var first = tellings.FindIndex(one => one.Answer is EventAnswer.Counted or EventAnswer.Known);
        if (first >= 0 && tellings[first].Answer == EventAnswer.Known
            && !tellings.Take(first).Any(one => one.Answer is EventAnswer.Error or EventAnswer.Nothing))
        {
            yield return new(Wrong.Contradicted, $"event {key} is known, and was never told before");
        }
    }
}
