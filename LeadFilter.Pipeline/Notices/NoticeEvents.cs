using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline.Notices;

/// <summary>What notices log. No event holds what a notice tells, or anything that a receiver said.</summary>
internal static partial class NoticeEvents
{
    [LoggerMessage(4101, LogLevel.Information, "Notice {Notice} of kind {Kind} has arrived at {Receiver}: attempt {Attempt}")]
    public static partial void Arrived(ILogger logger, string notice, string kind, string receiver, int attempt);

    [LoggerMessage(
        4102,
        LogLevel.Information,
        "Notice {Notice} of kind {Kind} did not reach {Receiver} on attempt {Attempt}, next try at {NextTry:O}: {Reason}, {Why}")]
    public static partial void TriedInVain(
        ILogger logger, string notice, string kind, string receiver, int attempt, DateTimeOffset nextTry, string reason, string why);

    [LoggerMessage(
        4103,
        LogLevel.Error,
        "Notice {Notice} of kind {Kind} to {Receiver} is given up on attempt {Attempt}: {Reason}, {Description}")]
    public static partial void GivenUp(
        ILogger logger, string notice, string kind, string receiver, int attempt, string reason, string description);

    [LoggerMessage(4104, LogLevel.Error, "Message {MessageId} is given up: it holds no notice")]
    public static partial void Unreadable(ILogger logger, string messageId);

    [LoggerMessage(
        4105, LogLevel.Warning, "Notice {Notice} of kind {Kind} is dropped: {Receiver} is gone, or is not told any more")]
    public static partial void Dropped(ILogger logger, string notice, string kind, string receiver);

    [LoggerMessage(
        4106,
        LogLevel.Warning,
        "Notices do not reach {Receiver}: {Reason}, {Description} They wait in the queue and are tried again. "
        + "This is said at most once an hour")]
    public static partial void Failing(ILogger logger, string receiver, string reason, string description);
}
