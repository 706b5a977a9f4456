namespace LeadFilter.Tests.Serving;

/// <summary>Waits for what another thread or process brings about.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until something holds.</summary>
    /// <param name="holds">Whether it holds.</param>
    /// <param name="otherwise">What to say if it does not come to hold.</param>
    /// <param name="patience">How long to wait; null for five minutes, which no machine that works needs.</param>
    public static async Task HoldsAsync(Func<Task<bool>> holds, string otherwise, TimeSpan? patience = null)
    {
        var longest = patience ?? Patience;
        var started = TimeProvider.System.GetTimestamp();
        while (!await holds())
        {
            if (TimeProvider.System.GetElapsedTime(started) > longest)
            {
                throw new AssertFailedException($"After {longest.TotalSeconds} s {otherwise}.");
            }

            await Task.Delay(Pause, TimeProvider.System, CancellationToken.None);
        }
    }
}
