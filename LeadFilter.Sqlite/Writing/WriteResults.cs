namespace LeadFilter.Sqlite.Writing;

/// <summary>
/// Tells some callers of a commit how it ended, one after the other on a thread of the pool. Handing over each caller by
/// itself would wake a thread for each.
/// </summary>
/// <param name="writes">The callers' changes.</param>
/// <param name="failure">Why they were not confirmed; null if they are durable.</param>
internal sealed class WriteResults(PendingWrite[] writes, Exception? failure) : IThreadPoolWorkItem
{
    private const int Together = 8;

    /// <summary>Tells all.</summary>
    /// <param name="batch">The changes of the commit.</param>
    /// <param name="failure">Why they were not confirmed; null if they are durable.</param>
    public static void Tell(List<PendingWrite> batch, Exception? failure)
    {
        for (var first = 0; first < batch.Count; first += Together)
        {
            var some = batch.GetRange(first, Math.Min(Together, batch.Count - first)).ToArray();
            ThreadPool.UnsafeQueueUserWorkItem(new WriteResults(some, failure), preferLocal: false);
        }
    }

    /// <inheritdoc/>
    public void Execute()
    {
        foreach (var write in writes)
        {
            if (failure is null)
            {
                write.Confirm();
            }
            else
            {
                write.Fail(failure);
            }
        }
    }
}
