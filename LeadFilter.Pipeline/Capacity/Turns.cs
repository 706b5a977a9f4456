namespace LeadFilter.Pipeline.Capacity;

/// <summary>Lets one at a time go on, in the order in which they came.</summary>
internal sealed class Turns
{
    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource> waiting = [];
    private bool isTaken;

    /// <summary>Waits for a turn; <see cref="End"/> must follow.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async ValueTask BeginAsync(CancellationToken cancellation)
    {
        TaskCompletionSource turn;
        lock (gate)
        {
            if (!isTaken)
            {
                isTaken = true;
                return;
            }

            turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(turn);
        }

        await using var giveUp = cancellation.UnsafeRegister(
            static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), turn);
        await turn.Task;
    }

    /// <summary>Ends a turn.</summary>
    public void End()
    {
        lock (gate)
        {
            while (waiting.TryDequeue(out var next))
            {
                if (next.TrySetResult())
                {
                    return;
                }
            }

            isTaken = false;
        }
    }
}
