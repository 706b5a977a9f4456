namespace LeadFilter.Core.Prices;

/// <summary>A range of scores.</summary>
/// <param name="From">The least score in it; null for no limit.</param>
/// <param name="Below">The first score above it; null for no limit.</param>
public sealed record ScoreBand(double? From, double? Below)
{
    /// <summary>Whether a score lies in it.</summary>
    /// <param name="score">The score; null if the campaign has none, which lies in no band.</param>
    public bool Holds(double? score) => score is { } value && !(value < From) && !(value >= Below);
}
