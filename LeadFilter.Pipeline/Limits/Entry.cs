namespace LeadFilter.Pipeline.Limits;

/// <summary>What the gate says to a request. Disposing of it, once, gives the place back.</summary>
public readonly record struct Entry : IDisposable
{
    private readonly LeadGate? gate;
    private readonly VendorUse? use;

    /// <summary>A place.</summary>
    /// <param name="gate">The gate that it is given back to.</param>
    /// <param name="use">Who has it.</param>
    internal Entry(LeadGate gate, VendorUse use) => (this.gate, this.use) = (gate, use);

    private Entry(EntryResult result, TimeSpan retryAfter) => (Result, RetryAfter) = (result, retryAfter);

    /// <summary>Whether there is a place.</summary>
    public EntryResult Result { get; }

    /// <summary>Without a place: after how long to try again.</summary>
    public TimeSpan RetryAfter { get; }

    /// <summary>
    /// Waits for somebody outside. Meanwhile the request keeps its place but not its turn, so that others are worked on; then it
    /// goes on when its vendor has a turn again. An entry that is of no gate only waits.
    /// </summary>
    /// <typeparam name="T">What is waited for.</typeparam>
    /// <param name="wait">Waits.</param>
    public async ValueTask<T> AsideAsync<T>(Func<ValueTask<T>> wait)
    {
        ArgumentNullException.ThrowIfNull(wait);
        if (gate is null)
        {
            return await wait();
        }

        gate.StepAside();
        try
        {
            return await wait();
        }
        finally
        {
            await gate.ReturnAsync(use!);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate?.Leave(use!);

    /// <summary>No place.</summary>
    internal static Entry Refused(EntryResult result, TimeSpan retryAfter) => new(result, retryAfter);
}
