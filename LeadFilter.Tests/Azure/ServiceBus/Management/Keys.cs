namespace LeadFilter.Tests.Azure.ServiceBus.Management;

/// <summary>The names by which requests to <c>$management</c> and their answers call their parts.</summary>
internal static class Keys
{
    public const string Operation = "operation";
    public const string StatusCode = "statusCode";
    public const string StatusDescription = "statusDescription";
    public const string ErrorCondition = "errorCondition";

    public const string Messages = "messages";
    public const string Message = "message";
    public const string SequenceNumbers = "sequence-numbers";
    public const string LockTokens = "lock-tokens";
    public const string Expirations = "expirations";
    public const string FromSequenceNumber = "from-sequence-number";
    public const string MessageCount = "message-count";
    public const string DispositionStatus = "disposition-status";
    public const string DeadLetterReason = "deadletter-reason";
    public const string DeadLetterDescription = "deadletter-description";
}
