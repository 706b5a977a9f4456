namespace LeadFilter.Benchmarks.Starts;

/// <summary>What a server's starts took: medians in milliseconds.</summary>
/// <param name="Server">Which server.</param>
/// <param name="Listens">Until it said where it listens.</param>
/// <param name="Answered">Until the first lead was answered.</param>
/// <param name="Processor">The server's processor time by then.</param>
/// <param name="Memory">The memory that it has in use then, in megabytes.</param>
internal sealed record StartRow(string Server, double Listens, double Answered, double Processor, double Memory)
{
    /// <summary>Takes the medians.</summary>
    /// <param name="server">Which server.</param>
    /// <param name="times">Its starts.</param>
    public static StartRow Of(string server, IEnumerable<StartTimes> times)
    {
        var all = times.ToList();
        return new(
            server,
            Median(all, time => time.Listens.TotalMilliseconds),
            Median(all, time => time.Answered.TotalMilliseconds),
            Median(all, time => time.Processor.TotalMilliseconds),
            Median(all, time => time.Memory / 1e6));
    }

    private static double Median(List<StartTimes> times, Func<StartTimes, double> what) =>
        times.Select(what).Order().ElementAt(times.Count / 2);
}
