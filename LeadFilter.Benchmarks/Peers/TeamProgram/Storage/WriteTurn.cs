namespace LeadFilter.TeamProgram.Storage;

/// <summary>SQLite has one writer at a time: who waits here does not have to ask again and again whether it is free.</summary>
public sealed class WriteTurn : IDisposable
{
    private readonly SemaphoreSlim free = new(1, 1);

    /// <summary>Does something when it is this caller's turn.</summary>
    public async Task<T> TakeAsync<T>(Func<Task<T>> write, CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation);
        try
        {
            return await write();
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose() => free.Dispose();
}
