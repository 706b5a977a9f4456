namespace LeadFilter.Scale;

/// <summary>A partition of a table, with the limit of its own and that of its account.</summary>
/// <param name="account">The account's limit.</param>
internal sealed class TablePartition(TokenBucket account)
{
    /// <summary>Its own limit.</summary>
    public TokenBucket Own { get; } = new(AzureLimits.PartitionEntities);

    /// <summary>Calls that were let through: what is billed.</summary>
    public long Calls { get; private set; }

    /// <summary>Lets a call through if both limits do.</summary>
    /// <param name="now">Seconds since the start.</param>
    /// <param name="entities">Entities that it reads or writes.</param>
    public bool TryCall(double now, double entities)
    {
        if (!account.HasRoom(now))
        {
            account.Refuse();
            return false;
        }

        if (!Own.TryTake(now, entities))
        {
            return false;
        }

        account.Take(entities);
        Calls++;
        return true;
    }
}
