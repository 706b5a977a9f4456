using System.Runtime.InteropServices;

namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>One word of a street's text.</summary>
/// <param name="Start">Where it begins in the canonical text.</param>
/// <param name="End">Where it ends there.</param>
/// <param name="FoldedStart">Where it begins in the folded text.</param>
/// <param name="FoldedEnd">Where it ends there.</param>
/// <param name="Word">Its place in <see cref="StreetWords"/>.</param>
/// <param name="Kind">What it may be.</param>
/// <param name="Break">What stands before it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StreetToken(
    short Start, short End, short FoldedStart, short FoldedEnd, short Word, StreetWordKind Kind, StreetBreak Break);
