using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline.Lookups.ThirdParties;

/// <summary>
/// What look-ups log. No event holds a field of a lead, an address that was called, a secret, or anything that a provider
/// said.
/// </summary>
internal static partial class LookupEvents
{
    [LoggerMessage(5001, LogLevel.Warning, "The look-up {Lookup} of campaign {Campaign} at {Provider} failed: {Result} (status {Status})")]
    public static partial void Failed(ILogger logger, string lookup, string campaign, string provider, string result, int status);

    [LoggerMessage(5002, LogLevel.Warning, "Look-ups at {Provider} are paused for {Seconds} s: too many failed")]
    public static partial void Paused(ILogger logger, string provider, double seconds);

    [LoggerMessage(5003, LogLevel.Information, "Look-ups at {Provider} go on")]
    public static partial void Resumed(ILogger logger, string provider);
}
