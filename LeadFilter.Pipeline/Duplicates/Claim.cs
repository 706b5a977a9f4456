using LeadFilter.Core.Leads;

namespace LeadFilter.Pipeline.Duplicates;

/// <summary>Who holds an identity.</summary>
/// <param name="Lead">The lead that was bought.</param>
/// <param name="At">When it was received.</param>
public sealed record Claim(LeadId Lead, DateTimeOffset At)
{
    /// <summary>Whether it still counts.</summary>
    /// <param name="window">How long a purchase counts.</param>
    /// <param name="now">The time.</param>
    public bool Counts(TimeSpan window, DateTimeOffset now) => now < At + window;
}
