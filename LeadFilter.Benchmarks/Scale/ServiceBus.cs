namespace LeadFilter.Scale;

/// <summary>The namespace: credits for its operations (Standard), or bytes in and out (Premium).</summary>
/// <param name="workload">Says how big a message is.</param>
/// <param name="deployment">Says which tier.</param>
internal sealed class ServiceBus(Workload workload, Deployment deployment)
{
    private readonly double unitsOfMessage = deployment.IsPremium ? workload.MessageBytes : 1;

    /// <summary>What comes in; for Standard also what goes out.</summary>
    public TokenBucket In { get; } = new(
        deployment.IsPremium ? deployment.MessagingUnits * AzureLimits.BytesPerMessagingUnit : AzureLimits.StandardCredits);

    /// <summary>What goes out of Premium.</summary>
    public TokenBucket Out { get; } = new(Math.Max(1, deployment.MessagingUnits) * AzureLimits.BytesPerMessagingUnit);

    /// <summary>Operations that were let through: what is billed.</summary>
    public long Operations { get; private set; }

    /// <summary>Takes a message in.</summary>
    /// <param name="now">Seconds since the start.</param>
    public bool TrySend(double now) => Try(In, now);

    /// <summary>Hands a message out.</summary>
    /// <param name="now">Seconds since the start.</param>
    public bool TryReceive(double now) => Try(deployment.IsPremium ? Out : In, now);

    /// <summary>Completes a message. It is never refused here, but counts.</summary>
    public void Complete()
    {
        Operations++;
        if (!deployment.IsPremium)
        {
            In.Take(1);
        }
    }

    private bool Try(TokenBucket limit, double now)
    {
        if (!limit.TryTake(now, unitsOfMessage))
        {
            return false;
        }

        Operations++;
        return true;
    }
}
