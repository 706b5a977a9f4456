namespace LeadFilter.Cli.Sending;

/// <summary>Counts answers as they come, in memory that does not grow with their number. Safe for several threads at once.</summary>
/// <param name="check">Whether answers are compared with what the lines expect.</param>
internal sealed class SendTally(bool check)
{
    /// <summary>How many differences and refusals are kept to be shown.</summary>
    public const int MaxShown = 50;

    private readonly Lock gate = new();
    private readonly AnswerTimes times = new();
    private readonly Dictionary<(string Vendor, AnswerKind Kind, string Code), long> outcomes = [];
    private readonly List<SendDifference> differences = [];
    private readonly List<Undecided> undecided = [];
    private long differing;
    private long compared;
    private long retries;
    private long sent;

    /// <summary>How many leads have their last answer.</summary>
    public long Sent => Interlocked.Read(ref sent);

    /// <summary>Counts the last answer to a lead.</summary>
    /// <param name="lead">The lead.</param>
    /// <param name="answer">The answer.</param>
    public void Add(LeadLine lead, LeadAnswer answer)
    {
        lock (gate)
        {
            var key = (lead.Vendor.ToString(), answer.Kind, answer.Code);
            outcomes[key] = outcomes.GetValueOrDefault(key) + 1;
            retries += answer.Retries;
            if (answer.Took is { } took)
            {
                times.Add(took);
            }

            if (!answer.Decided
                && undecided.Count < MaxShown
                && !undecided.Exists(one => one.Code == answer.Code && one.Vendor == key.Item1))
            {
                undecided.Add(new(lead.Number, key.Item1, answer.Code, answer.Detail));
            }

            if (check)
            {
                Compare(lead, answer);
            }
        }

        Interlocked.Increment(ref sent);
    }

    /// <summary>What was counted so far.</summary>
    /// <param name="elapsed">How long the sending took.</param>
    public SendReport Report(TimeSpan elapsed)
    {
        lock (gate)
        {
            var ofVendor = outcomes.GroupBy(one => one.Key.Vendor).ToDictionary(one => one.Key, one => one.Sum(count => count.Value));
            return new()
            {
                Leads = outcomes.Values.Sum(),
                Seconds = elapsed.TotalSeconds,
                Retries = retries,
                Outcomes =
                [
                    .. outcomes
                        .OrderBy(one => one.Key.Vendor, StringComparer.Ordinal)
                        .ThenBy(one => one.Key.Kind)
                        .ThenByDescending(one => one.Value)
                        .ThenBy(one => one.Key.Code, StringComparer.Ordinal)
                        .Select(one => new OutcomeCount(
                            one.Key.Vendor, one.Key.Kind, one.Key.Code, one.Value, (double)one.Value / ofVendor[one.Key.Vendor])),
                ],
                AnswersMs = AnswerPercentiles.Of(times),
                Undecided = [.. undecided],
                Check = check ? new(compared, differing, [.. differences.OrderBy(one => one.Line)]) : null,
            };
        }
    }

    private void Compare(LeadLine lead, LeadAnswer answer)
    {
        compared += lead.Expect is null ? 0 : 1;
        if (answer.Decided && (lead.Expect is null || lead.Expect == answer.Code))
        {
            return;
        }

        differing++;
        if (differences.Count < MaxShown)
        {
            differences.Add(new(lead.Number, lead.Vendor.ToString(), lead.Expect, answer.Code, answer.Lead));
        }
    }
}
