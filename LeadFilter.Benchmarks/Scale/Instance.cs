using LeadFilter.Pipeline.Capacity;

namespace LeadFilter.Benchmarks.Scale;

/// <summary>An instance of the app with one processor.</summary>
/// <param name="number">Its number in its group.</param>
/// <param name="isWarm">Whether it is always ready.</param>
internal sealed class Instance(int number, bool isWarm)
{
    private double processorFreeAt;
    private double activeSince;
    private double billedUntil;

    /// <summary>Its number in its group, from 0.</summary>
    public int Number => number;

    /// <summary>Whether it is always ready.</summary>
    public bool IsWarm => isWarm;

    /// <summary>What it works on at once.</summary>
    public int Running { get; private set; }

    /// <summary>Seconds that are billed as activity.</summary>
    public double BilledSeconds { get; private set; }

    /// <summary>Until when its Service Bus client keeps off.</summary>
    public double BusBusyUntil { get; set; }

    /// <summary>Which places of the cap it believes to be free; null before it has looked.</summary>
    public PlaceMap? Places { get; set; }

    /// <summary>Whether one of its requests is reading a block of the cap.</summary>
    public bool IsLearning { get; set; }

    /// <summary>Begins something.</summary>
    /// <param name="now">Seconds since the start.</param>
    public void Enter(double now)
    {
        if (Running++ == 0)
        {
            activeSince = now;
        }
    }

    /// <summary>Ends something.</summary>
    /// <param name="now">Seconds since the start.</param>
    public void Leave(double now)
    {
        if (--Running == 0)
        {
            Bill(now);
        }
    }

    /// <summary>Closes the bill at the end of the run.</summary>
    /// <param name="now">Seconds since the start.</param>
    public void Close(double now)
    {
        if (Running > 0)
        {
            Bill(now);
        }
    }

    /// <summary>Uses its processor, after whatever uses it now.</summary>
    /// <param name="now">Seconds since the start.</param>
    /// <param name="seconds">How long.</param>
    /// <returns>When it is done.</returns>
    public double Work(double now, double seconds) => processorFreeAt = Math.Max(now, processorFreeAt) + seconds;

    // A period of activity counts a second at least, and then in steps of 0.1 s; one that begins within what is billed is continued.
    private void Bill(double now)
    {
        var from = Math.Max(activeSince, billedUntil);
        if (now > billedUntil)
        {
            var length = Math.Max(AzureLimits.LeastActivity, Math.Ceiling((now - from) * 10) / 10);
            BilledSeconds += length;
            billedUntil = from + length;
        }
    }
}
