namespace LeadFilter.Sqlite.Writing;

/// <summary>One caller's change and what comes of it.</summary>
/// <typeparam name="T">The result.</typeparam>
internal abstract class Write<T> : PendingWrite
{
    // Its caller goes on at once, on the thread that says how it ended: never the writer's, see WriteResults.
    private readonly TaskCompletionSource<T> completion = new();

    /// <summary>What came of the change, for whoever made it part of another; it is durable when that one is.</summary>
    public T? Result { get; private set; }

    /// <summary>The result, once it is durable.</summary>
    public Task<T> Completion => completion.Task;

    /// <inheritdoc/>
    public sealed override bool IsGivenUp => completion.Task.IsCompleted;

    /// <inheritdoc/>
    /// <remarks>A write that may be refused has the result null then.</remarks>
    public sealed override bool HasWorked => Result is not null;

    /// <inheritdoc/>
    public sealed override void Run(WriteSession session) => Result = Change(session);

    /// <inheritdoc/>
    public override void Confirm() => Tell(Result!);

    /// <inheritdoc/>
    public sealed override void Fail(Exception failure) => completion.TrySetException(failure);

    /// <inheritdoc/>
    public sealed override void GiveUp(CancellationToken cancellation) => completion.TrySetCanceled(cancellation);

    /// <summary>Tells the caller a result.</summary>
    /// <param name="result">The result.</param>
    protected void Tell(T result) => completion.TrySetResult(result);

    /// <summary>Makes the change within the writer's transaction.</summary>
    /// <param name="session">The transaction.</param>
    protected abstract T Change(WriteSession session);
}
