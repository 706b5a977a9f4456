using System.Runtime.InteropServices;

namespace LeadFilter.Sqlite.Queues;

/// <summary>How many messages a queue holds.</summary>
/// <param name="Ready">To be received now.</param>
/// <param name="Scheduled">To be received later.</param>
/// <param name="Locked">Received and not settled.</param>
/// <param name="Dead">Given up.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QueueDepth(long Ready, long Scheduled, long Locked, long Dead);
