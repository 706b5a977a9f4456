namespace LeadFilter.Tests.Azure.Worker;

/// <summary>A worker ended before it had answered its host.</summary>
public sealed class WorkerGoneException() : IOException("The worker has gone.");
