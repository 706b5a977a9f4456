using System.Runtime.InteropServices;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>A place under a cap that a lead has taken, or tried to take without learning whether it did.</summary>
/// <param name="Counter">The cap's counter.</param>
/// <param name="Place">The place's number, from 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct HeldPlace(CapCounter Counter, int Place);
