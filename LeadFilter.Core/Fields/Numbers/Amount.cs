using System.Runtime.InteropServices;

namespace LeadFilter.Core.Fields.Numbers;

/// <summary>A number as people write amounts, before its factor is applied: <c>1.2k</c> is 1.2 times a thousand.</summary>
/// <param name="Figure">The number that is written out.</param>
/// <param name="Factor">1, or what <c>k</c> or <c>million</c> stand for.</param>
/// <param name="Currency">The currency's code (ISO 4217); null if none is named.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Amount(double Figure, long Factor, string? Currency)
{
    /// <summary>The most that a number may be, and its negative the least.</summary>
    public const double Max = 1e15;

    /// <summary>The number.</summary>
    public double Number => Factor == 1 || Math.Abs(Figure) > Max ? Figure : (double)((decimal)Figure * Factor);

    /// <summary>Why it is none that the filter takes; null if it is one.</summary>
    public string? Why => Math.Abs(Number) > Max ? "out of range" : null;
}
