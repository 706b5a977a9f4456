namespace LeadFilter.Scale;

/// <summary>
/// A limit of so many units a second, with one second's worth saved up at most. A large request is let through while any
/// unit is left, and what it overdraws is paid back first: over time no more than the rate passes.
/// </summary>
/// <param name="perSecond">The rate.</param>
internal sealed class TokenBucket(double perSecond)
{
    private readonly double rate = perSecond;
    private double left = perSecond;
    private double filledAt;
    private double markedPassed;
    private long markedRefused;

    /// <summary>Units let through.</summary>
    public double Passed { get; private set; }

    /// <summary>Requests refused.</summary>
    public long Refused { get; private set; }

    /// <summary>Begins to measure: <see cref="Load"/> and <see cref="RefusedSinceMark"/> count from here.</summary>
    public void Mark() => (markedPassed, markedRefused) = (Passed, Refused);

    /// <summary>Requests refused since the mark.</summary>
    public long RefusedSinceMark => Refused - markedRefused;

    /// <summary>The part of the limit that was used since the mark: 1 is all of it.</summary>
    /// <param name="seconds">Time since the mark.</param>
    public double Load(double seconds) => (Passed - markedPassed) / (rate * seconds);

    /// <summary>Whether a request of any size would pass.</summary>
    /// <param name="now">Seconds since the start; never less than before.</param>
    public bool HasRoom(double now)
    {
        left = Math.Min(rate, left + ((now - filledAt) * rate));
        filledAt = now;
        return left >= 1;
    }

    /// <summary>Lets a request through, or refuses it.</summary>
    /// <param name="now">Seconds since the start.</param>
    /// <param name="units">Its size.</param>
    public bool TryTake(double now, double units = 1)
    {
        if (!HasRoom(now))
        {
            Refuse();
            return false;
        }

        Take(units);
        return true;
    }

    /// <summary>Takes units, even such as are not there.</summary>
    /// <param name="units">How many.</param>
    public void Take(double units)
    {
        left -= units;
        Passed += units;
    }

    /// <summary>Counts a request that was refused after <see cref="HasRoom"/>.</summary>
    public void Refuse() => Refused++;
}
