using LeadFilter.Core.Leads;

namespace LeadFilter.Pipeline.Capacity;

/// <summary>
/// What this process knows of a budget: how many entries it has, and what they come to. One request at a time appends to it. The
/// table decides: an entry that another process has appended in between is read first, and only what still fits is taken.
/// </summary>
/// <param name="counter">The counter; its limit is money.</param>
/// <param name="entries">The table.</param>
/// <param name="time">The clock.</param>
internal sealed class BudgetLedger(CapCounter counter, BudgetEntries entries, TimeProvider time)
{
    /// <summary>How long a budget into which a lead does not fit is believed to be as it was read.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Turns turns = new();
    /// <summary>Whether the counter was noted in the table.</summary>
    public bool IsNoted { get; set; }

    private bool isKnown;
    private int count;
    private long spent;
    private long? readAt;

    /// <summary>Whether an amount seems to fit.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<bool> HasRoomAsync(long amount, CancellationToken cancellation)
    {
        await turns.BeginAsync(cancellation);
        try
        {
            return await FitsAsync(amount, cancellation);
        }
        finally
        {
            turns.End();
        }
    }

    /// <summary>Takes an amount, if it fits.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="lead">The lead's id.</param>
    /// <param name="held">Gets the entry before it is appended, since it may be appended though the call fails.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>False if it does not fit.</returns>
    public async ValueTask<bool> TryTakeAsync(long amount, LeadId lead, IList<HeldPlace> held, CancellationToken cancellation)
    {
        await turns.BeginAsync(cancellation);
        try
        {
            while (await FitsAsync(amount, cancellation))
            {
                var entry = new BudgetEntry(count, lead.ToString(), amount, spent + amount, null);
                held.Add(new(counter, entry.Number));
                if (await entries.TryAppendAsync(counter, entry, cancellation))
                {
                    (count, spent) = (entry.Number + 1, entry.Total);
                    return true;
                }

                held.RemoveAt(held.Count - 1);

                // The store may have repeated an insert whose answer was lost: then the entry in the way is the lead's own.
                if (await CatchUpAsync(entry.Lead, cancellation) is { } own)
                {
                    held.Add(new(counter, own));
                    return true;
                }
            }

            return false;
        }
        finally
        {
            turns.End();
        }
    }

    /// <summary>Gives back what a lead has taken, if it has and has not given it back. Repeated, it changes nothing.</summary>
    /// <param name="number">The number of the entry by which it took it.</param>
    /// <param name="lead">The lead's id.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async ValueTask GiveBackAsync(int number, LeadId lead, CancellationToken cancellation)
    {
        await turns.BeginAsync(cancellation);
        try
        {
            if (await entries.FindAsync(counter, number, cancellation) is not { Returns: null } taken || taken.Lead != lead.ToString())
            {
                return;
            }

            while (true)
            {
                // Everything behind it is read, and the next number taken: nobody can have given it back unseen.
                var last = taken;
                await foreach (var entry in entries.ReadAsync(counter, number + 1, cancellation))
                {
                    if (entry.Returns == number)
                    {
                        return;
                    }

                    last = entry;
                }

                var back = new BudgetEntry(last.Number + 1, taken.Lead, -taken.Amount, last.Total - taken.Amount, number);
                if (await entries.TryAppendAsync(counter, back, cancellation))
                {
                    (isKnown, count, spent) = (true, back.Number + 1, back.Total);
                    return;
                }
            }
        }
        finally
        {
            turns.End();
        }
    }

    /// <summary>Finds the entry by which an earlier attempt has taken an amount for a lead, by reading all.</summary>
    /// <param name="lead">The lead's id.</param>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask<int?> FindAsync(LeadId lead, CancellationToken cancellation)
    {
        int? held = null;
        await foreach (var entry in entries.ReadAsync(counter, 0, cancellation))
        {
            held = After(entry, lead.ToString(), held);
        }

        return held;
    }

    private static int? After(BudgetEntry entry, string lead, int? held) =>
        entry.Returns is { } returned ? returned == held ? null : held : entry.Lead == lead ? entry.Number : held;

    private async ValueTask<bool> FitsAsync(long amount, CancellationToken cancellation)
    {
        if (!isKnown)
        {
            var last = await entries.FindLastAsync(counter, cancellation);
            (isKnown, count, spent) = (true, last is { } one ? one.Number + 1 : 0, last?.Total ?? 0);
            readAt = time.GetTimestamp();
        }
        else if (spent + amount > counter.Budget && (readAt is not { } at || time.GetElapsedTime(at) >= Pause))
        {
            // Somebody may have given something back.
            await CatchUpAsync(null, cancellation);
        }

        return spent + amount <= counter.Budget;
    }

    /// <summary>Reads what was appended since.</summary>
    /// <returns>The number of an entry by which a lead holds an amount; null if there is none among them.</returns>
    private async ValueTask<int?> CatchUpAsync(string? lead, CancellationToken cancellation)
    {
        int? held = null;
        await foreach (var entry in entries.ReadAsync(counter, count, cancellation))
        {
            (count, spent) = (entry.Number + 1, entry.Total);
            held = lead is null ? null : After(entry, lead, held);
        }

        readAt = time.GetTimestamp();
        return held;
    }
}
