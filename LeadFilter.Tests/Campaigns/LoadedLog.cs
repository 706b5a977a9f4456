using System.Threading.Channels;
using LeadFilter.Pipeline.Campaigns;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Campaigns;

/// <summary>Tells when the folder has loaded something, and keeps what it says of mistakes and of what is strange.</summary>
internal sealed class LoadedLog : ILogger<CampaignFolder>
{
    private readonly Channel<string> loads = Channel.CreateUnbounded<string>();
    private readonly List<string> errors = [];
    private readonly List<string> warnings = [];

    public ChannelReader<string> Loads => loads.Reader;

    public IReadOnlyList<string> Errors => errors;

    public IReadOnlyList<string> Warnings => warnings;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel == LogLevel.Error)
        {
            errors.Add(formatter(state, exception));
        }
        else if (logLevel == LogLevel.Warning)
        {
            warnings.Add(formatter(state, exception));
        }
        else
        {
            loads.Writer.TryWrite(formatter(state, exception));
        }
    }
}
