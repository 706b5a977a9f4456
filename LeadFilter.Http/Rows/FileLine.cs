using System.Runtime.InteropServices;

namespace LeadFilter.Http.Rows;

/// <summary>A line of a file.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">Its text as UTF-8, without its end.</param>
/// <param name="Problem">Why it cannot be read; null if it can.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FileLine(long Number, ReadOnlyMemory<byte> Text, string? Problem);
