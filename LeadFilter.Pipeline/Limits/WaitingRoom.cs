namespace LeadFilter.Pipeline.Limits;

/// <summary>
/// Who waits, by vendor. The vendors take turns; within a vendor, the requests that were let in before come first, then the one
/// that has waited longest. It is not safe for use by several threads.
/// </summary>
internal sealed class WaitingRoom
{
    // INVARIANT: the vendors with somebody waiting, each once. The one whose turn is next comes first.
    private readonly LinkedList<VendorUse> vendors = [];

    /// <summary>How many wait to be let in.</summary>
    public int Count { get; private set; }

    /// <summary>Takes in a request that waits to be let in.</summary>
    /// <param name="waiter">The request.</param>
    public void Add(Waiter waiter)
    {
        waiter.Place = waiter.Use.Waiting.AddLast(waiter);
        Count++;
        Enlist(waiter.Use);
    }

    /// <summary>Takes in a request that was let in before.</summary>
    /// <param name="waiter">The request.</param>
    public void AddReturning(Waiter waiter)
    {
        waiter.Use.Returning.Enqueue(waiter);
        Enlist(waiter.Use);
    }

    /// <summary>Takes the next request out.</summary>
    /// <param name="lettingIn">Whether it may be one that waits to be let in.</param>
    /// <param name="isReturning">Whether it was let in before.</param>
    /// <returns>Null if nobody waits who may go on.</returns>
    public Waiter? Next(bool lettingIn, out bool isReturning)
    {
        isReturning = false;
        for (var vendor = vendors.First; vendor is not null; vendor = vendor.Next)
        {
            var use = vendor.Value;
            isReturning = use.Returning.TryDequeue(out var next);
            if (!isReturning && lettingIn)
            {
                next = TakeFirst(use);
            }

            if (next is not null)
            {
                vendors.Remove(vendor);
                if (use.IsWaiting)
                {
                    vendors.AddLast(vendor);
                }

                return next;
            }
        }

        return null;
    }

    /// <summary>The vendor with the most requests that wait to be let in; null if there are none.</summary>
    public VendorUse? Longest() => Count == 0 ? null : vendors.MaxBy(static use => use.Waiting.Count);

    /// <summary>Takes out a request that waits to be let in.</summary>
    /// <param name="waiter">The request.</param>
    public void Remove(Waiter waiter)
    {
        waiter.Use.Waiting.Remove(waiter.Place!);
        waiter.Place = null;
        Count--;
        if (!waiter.Use.IsWaiting)
        {
            vendors.Remove(waiter.Use);
        }
    }

    private void Enlist(VendorUse use)
    {
        if (use.Returning.Count + use.Waiting.Count == 1)
        {
            vendors.AddLast(use);
        }
    }

    private Waiter? TakeFirst(VendorUse use)
    {
        if (use.Waiting.First is not { } first)
        {
            return null;
        }

        use.Waiting.Remove(first);
        first.Value.Place = null;
        Count--;
        return first.Value;
    }
}
