namespace LeadFilter.Benchmarks.Processes;

/// <summary>A measurement could not be made; the message says why and what to do.</summary>
internal sealed class BenchmarkException(string message) : Exception(message);
