using LeadFilter.Pipeline.Telemetry;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Cli.Connections;

/// <summary>Counts the connections that were closed because too many were open, and says so at most once a minute.</summary>
/// <param name="options">The bounds.</param>
/// <param name="metrics">Counts.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where to say it.</param>
internal sealed partial class ClosedConnections(
    ConnectionOptions options, LeadMetrics metrics, TimeProvider time, ILogger<ClosedConnections> logger)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Lock counting = new();
    private long? toldAt;
    private long untold;

    /// <summary>A connection was closed.</summary>
    /// <param name="bound">Which bound was met.</param>
    public void Add(ConnectionBound bound)
    {
        metrics.ConnectionClosed(bound == ConnectionBound.Total ? "total" : "address");
        long count;
        lock (counting)
        {
            untold++;
            if (toldAt is { } last && time.GetElapsedTime(last) < Pause)
            {
                return;
            }

            (count, untold, toldAt) = (untold, 0, time.GetTimestamp());
        }

        Closed(logger, options.Max, options.MaxPerAddress, count);
    }

    [LoggerMessage(
        EventId = 5020,
        Level = LogLevel.Warning,
        Message = "Too many connections: at most {Max} may be open, and {MaxPerAddress} from one address. Closed since the last "
            + "message: {Count}, idle ones first")]
    private static partial void Closed(ILogger logger, int max, int maxPerAddress, long count);
}
