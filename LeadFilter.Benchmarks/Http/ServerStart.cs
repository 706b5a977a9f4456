using LeadFilter.Benchmarks.Leads;

namespace LeadFilter.Benchmarks.Http;

/// <summary>What a server took to begin with: this build, not published, with no data yet.</summary>
/// <param name="Leads">What the first lead was.</param>
/// <param name="Server">Which server.</param>
/// <param name="Answered">From the start of the process to the first answer, in milliseconds.</param>
/// <param name="Processor">The server's processor time by then, in milliseconds.</param>
/// <param name="Memory">Its memory after the first answer, in megabytes.</param>
/// <param name="PeakMemory">The most that it had until the end of all rounds, in megabytes.</param>
internal sealed record ServerStart(
    LeadKind Leads, string Server, double Answered, double Processor, double Memory, double PeakMemory);
