using System.Runtime.InteropServices;

namespace LeadFilter.Sqlite.Queues;

/// <summary>The right to settle a message that was received.</summary>
/// <param name="Message">The message's number.</param>
/// <param name="Receipt">The number of this receipt; each receipt of a message has another one.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LockToken(long Message, long Receipt);
