namespace LeadFilter.Benchmarks.Starts;

/// <summary>What one start took.</summary>
/// <param name="Listens">Until the server said where it listens.</param>
/// <param name="Answered">Until the first lead was answered.</param>
/// <param name="Processor">The server's processor time by then.</param>
/// <param name="Memory">The memory that it has in use then, in bytes.</param>
internal sealed record StartTimes(TimeSpan Listens, TimeSpan Answered, TimeSpan Processor, long Memory);
