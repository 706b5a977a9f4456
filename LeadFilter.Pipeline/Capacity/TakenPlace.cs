using System.Runtime.InteropServices;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>A place as it stands in the table.</summary>
/// <param name="Place">Its number, from 0.</param>
/// <param name="Lead">The id of the lead that holds it.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TakenPlace(int Place, string Lead);
