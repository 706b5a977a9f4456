using System.Runtime.InteropServices;

namespace LeadFilter.Core.Hours;

/// <summary>A part of a day by the clock.</summary>
/// <param name="From">Its first minute of the day, 0 to 1439.</param>
/// <param name="To">The first minute after it, 1 to 1440; at most <paramref name="From"/> if it ends on the next day.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TimeWindow(int From, int To)
{
    /// <summary>Minutes of a day.</summary>
    public const int Midnight = 1440;

    /// <summary>Whether it ends on the day after the one on which it began.</summary>
    public bool PassesMidnight => To <= From;
}
