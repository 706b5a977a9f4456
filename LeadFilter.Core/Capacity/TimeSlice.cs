using System.Runtime.InteropServices;

namespace LeadFilter.Core.Capacity;

/// <summary>A stretch of time.</summary>
/// <param name="Start">Its first moment, in UTC.</param>
/// <param name="End">The first moment after it, in UTC.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TimeSlice(DateTimeOffset Start, DateTimeOffset End);
