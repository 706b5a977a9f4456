namespace LeadFilter.Pipeline.Delivery;

/// <summary>
/// When a lead that could not be delivered is tried again: soon at first, then ever more seldom, 24 hours in all. Notices go by it, too,
/// with an end of their own.
/// </summary>
/// <param name="random">For the jitter; shared between threads.</param>
/// <param name="longest">The longest delay; null for the last of the usual ones.</param>
internal sealed class RedeliverySchedule(Random random, TimeSpan? longest = null)
{
    /// <summary>From the moment a lead was received, after so long it is given up.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromHours(24);

    /// <summary>A delay is longer or shorter by up to this share, so that leads that failed together do not come back together.</summary>
    public const double Jitter = 0.2;

    /// <summary>The delay after each try; the last one holds for all later tries.</summary>
    internal static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(15),
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(2),
        TimeSpan.FromHours(4),
    ];

    /// <summary>A lead that met a pause of its CRM comes back after this share of its age.</summary>
    private const double ShareOfAge = 0.2;

    /// <summary>But after this time at the latest, so that an outage of hours is soon forgotten.</summary>
    private static readonly TimeSpan MaxAfterPause = TimeSpan.FromMinutes(15);

    /// <summary>When to try next.</summary>
    /// <param name="tries">How often the CRM was called in vain, from 1.</param>
    /// <param name="receivedAt">When the lead was received.</param>
    /// <param name="now">The time.</param>
    /// <param name="retryAfter">How long the CRM asked to be left alone.</param>
    /// <param name="end">When the last try is made; null for <see cref="Limit"/> after it was received.</param>
    /// <returns>
    /// The time of the next try: not before what the CRM asked for, and not after the end, which is when the last try is made
    /// even if the CRM asked for more. Null once the end has come: give up.
    /// </returns>
    public DateTimeOffset? Next(
        int tries, DateTimeOffset receivedAt, DateTimeOffset now, TimeSpan? retryAfter, DateTimeOffset? end = null) =>
        After(Delays[Math.Min(tries, Delays.Length) - 1], end ?? receivedAt + Limit, now, retryAfter);

    /// <summary>
    /// When to try next after an attempt in which the CRM was not called, because too many calls failed before. The delay grows
    /// with the lead's age and not with its attempts, up to a quarter of an hour: after an outage a lead waits for a share of it, and
    /// while a CRM is down for hours, the leads that pile up do not go round and round in the queue.
    /// </summary>
    /// <param name="receivedAt">When the lead was received.</param>
    /// <param name="now">The time.</param>
    /// <param name="retryAfter">How long the pause lasts.</param>
    /// <param name="end">As of <see cref="Next"/>.</param>
    /// <returns>As of <see cref="Next"/>.</returns>
    public DateTimeOffset? NextAfterPause(
        DateTimeOffset receivedAt, DateTimeOffset now, TimeSpan? retryAfter, DateTimeOffset? end = null)
    {
        var share = (now - receivedAt) * ShareOfAge;
        var delay = share < Delays[0] ? Delays[0] : share > MaxAfterPause ? MaxAfterPause : share;
        return After(delay, end ?? receivedAt + Limit, now, retryAfter);
    }

    private DateTimeOffset? After(TimeSpan usual, DateTimeOffset end, DateTimeOffset now, TimeSpan? retryAfter)
    {
        var left = end - now;
        if (left <= TimeSpan.Zero)
        {
            return null;
        }

        usual = usual > longest ? longest.Value : usual;
        var delay = usual * (1 - Jitter + (2 * Jitter * random.NextDouble()));
        var wait = retryAfter > delay ? retryAfter.Value : delay;
        return now + (wait < left ? wait : left);
    }
}
