using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline.Delivery;

/// <summary>What delivery logs. No event holds a field of a lead, or anything that a CRM said.</summary>
internal static partial class DeliveryEvents
{
    [LoggerMessage(
        4001,
        LogLevel.Information,
        "Lead {Lead} of campaign {Campaign} is delivered: attempt {Attempt}, {Milliseconds} ms after it was received")]
    public static partial void Delivered(ILogger logger, string lead, string campaign, int attempt, long milliseconds);

    [LoggerMessage(4002, LogLevel.Information, "Lead {Lead} of campaign {Campaign} came again and was delivered before")]
    public static partial void DeliveredBefore(ILogger logger, string lead, string campaign);

    [LoggerMessage(
        4003,
        LogLevel.Information,
        "Lead {Lead} of campaign {Campaign} failed on attempt {Attempt}, next try at {NextTry:O}: {Reason}, {Description}")]
    public static partial void TriedInVain(
        ILogger logger, string lead, string campaign, int attempt, DateTimeOffset nextTry, string reason, string description);

    [LoggerMessage(4004, LogLevel.Error, "Lead {Lead} of campaign {Campaign} is given up on attempt {Attempt}: {Reason}, {Description}")]
    public static partial void GivenUp(ILogger logger, string lead, string campaign, int attempt, string reason, string description);

    [LoggerMessage(4005, LogLevel.Error, "Message {MessageId} is given up, it cannot be read: {Description}")]
    public static partial void Unreadable(ILogger logger, string messageId, string description);

    [LoggerMessage(4006, LogLevel.Warning, "The ledger failed for lead {Lead}")]
    public static partial void TableFailed(ILogger logger, Exception exception, string lead);

    [LoggerMessage(4007, LogLevel.Warning, "Calls to {Host} are paused for {Seconds} s: too many failed")]
    public static partial void Paused(ILogger logger, string host, double seconds);

    [LoggerMessage(4008, LogLevel.Information, "Calls to {Host} go on")]
    public static partial void Resumed(ILogger logger, string host);

    [LoggerMessage(
        4009,
        LogLevel.Warning,
        "Deliveries of campaign {Campaign} fail: {Reason}, {Description} Its leads wait in the queue and are tried again for 24 hours; "
        + "leadfilter status shows them. This is said at most once an hour")]
    public static partial void Failing(ILogger logger, string campaign, string reason, string description);

    [LoggerMessage(4020, LogLevel.Information, "Lead {Lead} of campaign {Campaign} is not delivered: its person was erased")]
    public static partial void Erased(ILogger logger, string lead, string campaign);
}
