namespace LeadFilter.Scale;

/// <summary>The runs of the <c>scale</c> command.</summary>
internal static class Scenarios
{
    private const int Batch = 10;

    /// <summary>The rates that are run when none is asked for, leads a second.</summary>
    public static IReadOnlyList<int> Rates { get; } = [10, 1_000, 10_000];

    /// <summary>The templates with Service Bus Premium, for a rate.</summary>
    /// <param name="rate">Leads a second.</param>
    public static Deployment Premium(int rate) => new() { MessagingUnits = rate > 1_000 ? 4 : 1 };

    /// <summary>What docs/scale.md advises for a rate. Spreading accounts is not built.</summary>
    /// <param name="rate">Leads a second.</param>
    public static Deployment Advised(int rate) => rate switch
    {
        <= 100 => new(),
        <= 1_000 => new() { MessagingUnits = 1, WarmHttp = 6, WarmForward = 16 },
        _ => new() { MessagingUnits = 8, Accounts = 8, WarmHttp = 60, WarmForward = 120, MaxOnDemand = 200 },
    };

    /// <summary>The runs for a rate.</summary>
    /// <param name="rate">Leads a second.</param>
    /// <param name="limit">The limit of the cap.</param>
    /// <param name="batch">How many messages a trigger receives together, and how many leads a call brings to the CRM; null for the
    /// usual scenarios.</param>
    public static IReadOnlyList<Scenario> For(int rate, int limit, (int Messages, int InCall)? batch = null)
    {
        var (capped, free) = (new Workload { Rate = rate, CapLimit = limit }, new Workload { Rate = rate, HasCap = false });
        if (batch is var (messages, inCall))
        {
            return
            [
                .. new[] { ("Standard", new()), ("Premium", Premium(rate)), ("advised", Advised(rate)) }.Select(one => new Scenario(
                    $"{one.Item1}, batches of {messages}, {inCall} in a call",
                    capped,
                    one.Item2 with { DeliveryBatch = messages, LeadsInCall = inCall })),
            ];
        }

        return
        [
            new("Standard", capped, new()),
            new("Standard, no cap", free, new()),
            new("Premium", capped, Premium(rate)),
            new("advised", capped, Advised(rate)),
            new("advised, batches of 10", capped, Advised(rate) with { DeliveryBatch = Batch }),
            new("advised, 10 in a call", capped, Advised(rate) with { DeliveryBatch = Batch, LeadsInCall = Batch }),
        ];
    }

    /// <summary>How long a rate is measured: long enough for its 99th percentile, short enough to wait for.</summary>
    /// <param name="rate">Leads a second.</param>
    public static double SecondsOf(int rate) => Math.Clamp(200_000.0 / rate, 90, 1_800);
}
