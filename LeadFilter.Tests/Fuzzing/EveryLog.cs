using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Fuzzing;

/// <summary>Keeps everything that is logged, with exceptions.</summary>
internal sealed class EveryLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<LogEntry> Entries { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Entries.Enqueue(new(logLevel, formatter(state, exception) + exception));

    public void Dispose()
    {
    }
}
