using System.Runtime.InteropServices;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>That a stretch of places is open, as the table says it.</summary>
/// <param name="Stretch">Its number, from 0.</param>
/// <param name="IsFull">Whether all of its places are taken.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StretchNote(int Stretch, bool IsFull);
