using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Delivery;

/// <summary>Keeps everything that is logged, down to the last detail.</summary>
internal sealed class CapturedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = [];

    /// <summary>Each event with its number, text, values and exception.</summary>
    public IReadOnlyList<string> Lines => [.. lines];

    public ILogger<T> For<T>()
    {
        using var factory = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this));
        return factory.CreateLogger<T>();
    }

    public ILogger CreateLogger(string categoryName) => new Logger(lines);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(", ", pairs) : "";
            lines.Enqueue($"{eventId.Id} {logLevel} {formatter(state, exception)} [{values}] {exception}");
        }
    }
}
