namespace LeadFilter.Scale;

/// <summary>A bought lead in the queue.</summary>
/// <param name="SentAt">When the queue took it, seconds since the start.</param>
/// <param name="Attempts">How often it was tried.</param>
internal sealed record Message(double SentAt, int Attempts = 0);
