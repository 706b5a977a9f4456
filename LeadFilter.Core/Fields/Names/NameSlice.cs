using System.Runtime.InteropServices;

namespace LeadFilter.Core.Fields.Names;

/// <summary>A stretch of a name's text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is; 0 if the name has no such part.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NameSlice(int Start, int Length)
{
    /// <summary>From one place up to another.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="end">Where it ends.</param>
    public static NameSlice Between(int start, int end) => end > start ? new(start, end - start) : default;

    /// <summary>The stretch itself.</summary>
    /// <param name="text">The name's text.</param>
    public ReadOnlySpan<char> Of(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}
