namespace LeadFilter.Tests.Serving;

/// <summary>Waits for what another thread or process brings about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until something holds.</summary>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="otherwise">What to say if it does not come to hold.</param>
    public static async Task HoldsAsync(Func<Task<bool>> holds, string otherwise)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            if (TimeProvider.System.GetElapsedTime(started) > Patience)
            {
                throw new AssertFailedException($"After {Patience.TotalSeconds} s {otherwise}.");
            }

            await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
        }
    }
}
