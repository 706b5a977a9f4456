using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Fuzzing;

/// <summary>What was logged.</summary>
internal sealed record LogEntry(LogLevel Level, string Text);
