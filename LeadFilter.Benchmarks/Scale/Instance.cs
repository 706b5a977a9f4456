using LeadFilter.Pipeline.Decisions;

namespace LeadFilter.Scale;

/// <summary>An instance of the app with one processor.</summary>
/// <param name="isWarm">Whether it is always ready.</param>
internal sealed class Instance(bool isWarm)
{
    private readonly Dictionary<int, ShardPace> paces = [];
    private double processorFreeAt;
    private double activeSince;
    private double billedUntil;

    /// <summary>Whether it is always ready.</summary>
    public bool IsWarm => isWarm;

    /// <summary>What it works on at once.</summary>
    public int Running { get; private set; }

    /// <summary>Seconds that are billed as activity.</summary>
    public double BilledSeconds { get; private set; }

    /// <summary>How it looks for places under the cap; null before its first lead that the cap counts.</summary>
    public CapSearch? CapSearch { get; set; }

    /// <summary>How fast it writes decisions about a vendor's leads.</summary>
    /// <param name="vendor">The vendor's number.</param>
    public ShardPace PaceOf(int vendor) => paces.TryGetValue(vendor, out var pace) ? pace : paces[vendor] = new();

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
            var length = Math.Max(AzureLimits.MinActivity, Math.Ceiling((now - from) * 10) / 10);
            BilledSeconds += length;
            billedUntil = from + length;
        }
    }
}
