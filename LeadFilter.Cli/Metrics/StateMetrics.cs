using System.Diagnostics.Metrics;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Status;
using LeadFilter.Pipeline.Telemetry;

namespace LeadFilter.Cli.Metrics;

/// <summary>
/// The figures of the filter's state: what waits for CRMs, what was given up, the room on the disk. They are read from the queues at most
/// every <see cref="Pause"/>. On Azure, Service Bus itself has them.
/// </summary>
internal sealed class StateMetrics
{
    /// <summary>Whoever asks more often gets the last reading: it looks at thousands of messages.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly FilterStatus status;
    private readonly CampaignFolder campaigns;
    private readonly TimeProvider time;
    private readonly Lock gate = new();
    private Task<StatusReport>? before;
    private Task<StatusReport>? last;
    private long lastAt;

    /// <summary>Makes the instruments.</summary>
    /// <param name="meters">Makes the meter.</param>
    /// <param name="status">Reads the state.</param>
    /// <param name="campaigns">The campaigns.</param>
    /// <param name="time">The clock.</param>
    public StateMetrics(IMeterFactory meters, FilterStatus status, CampaignFolder campaigns, TimeProvider time)
    {
        (this.status, this.campaigns, this.time) = (status, campaigns, time);
        var meter = meters.Create(LeadMetrics.MeterName);
        meter.CreateObservableGauge(
            "leadfilter.queue.waiting", () => ByCampaign(static one => one.Waiting), "{lead}",
            "Bought leads that are not delivered yet, by campaign; at most 10,000 are counted.");
        meter.CreateObservableGauge(
            "leadfilter.queue.oldest", () => ByCampaign(AgeOf), "s",
            "How long ago the oldest lead that is not delivered yet was received, by campaign; 0 if none waits.");
        meter.CreateObservableGauge(
            "leadfilter.dead_letters", () => ByCampaign(static one => one.DeadLetters), "{lead}",
            "Bought leads that were given up and wait for somebody to look, by campaign; at most 10,000 are counted.");
        meter.CreateObservableGauge(
            "leadfilter.delivery.paused", () => ByCampaign(static one => one.PausedUntil is null ? 0 : 1), null,
            "1 while the CRM of a campaign is left alone because too many calls failed, otherwise 0.");
        meter.CreateObservableGauge(
            "leadfilter.records.waiting", () => Of(static report => report.Queues?.Records), "{decision}",
            "Decisions that wait because their log did not answer.");
        meter.CreateObservableGauge(
            "leadfilter.notices.waiting", () => Of(static report => report.Queues?.Notices), "{notice}",
            "Notices that have not arrived yet; at most 10,000 are counted.");
        meter.CreateObservableGauge(
            "leadfilter.notices.dead_letters", () => Of(static report => report.Queues?.DeadNotices), "{notice}",
            "Notices that were given up and wait for somebody to look; at most 10,000 are counted.");
        meter.CreateObservableGauge(
            "leadfilter.disk.free", () => Of(static report => report.Disk?.Free), "By", "The room on the disk of the data folder.");
        meter.CreateObservableGauge(
            "leadfilter.disk.size", () => Of(static report => report.Disk?.Total), "By", "The size of the disk of the data folder.");
        meter.CreateObservableGauge(
            "leadfilter.secrets.missing", () => Of(static report => report.MissingSecrets.Count), "{secret}",
            "Secrets that are needed and not set.");
        meter.CreateObservableGauge(
            "leadfilter.campaigns.mistakes", () => campaigns.Current.Mistakes.Count, "{mistake}",
            "Mistakes in the files of campaigns, vendors and admin keys; the last good ones are in use.");
    }

    /// <summary>Reads the state again, unless that was done a moment ago. If it cannot be read, its figures are missing.</summary>
    /// <param name="cancellation">Gives up waiting.</param>
    public async Task RefreshAsync(CancellationToken cancellation) =>
        await ((Task)Read().WaitAsync(cancellation)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    // A collector's exporter cannot wait: it gets what is known, and what is read now the next time.
    private StatusReport? Report
    {
        get
        {
            var reading = Read();
            return (reading.IsCompletedSuccessfully ? reading : before) is { IsCompletedSuccessfully: true } done ? done.Result : null;
        }
    }

    private Task<StatusReport> Read()
    {
        lock (gate)
        {
            if (last is null || (last.IsCompleted && time.GetElapsedTime(lastAt) >= Pause))
            {
                lastAt = time.GetTimestamp();
                (before, last) = (last, Task.Run(() => status.ReadAsync(CancellationToken.None)));
            }

            return last;
        }
    }

    private IEnumerable<Measurement<double>> ByCampaign(Func<CampaignDeliveries, double> figure) =>
        from one in Report?.Queues?.Deliveries ?? []
        select new Measurement<double>(figure(one), new KeyValuePair<string, object?>("campaign", one.Campaign));

    private IEnumerable<Measurement<double>> Of(Func<StatusReport, double?> figure) =>
        Report is { } report && figure(report) is { } number ? [new(number)] : [];

    private double AgeOf(CampaignDeliveries one) =>
        one.Oldest is { } oldest ? Math.Max(0, (time.GetUtcNow() - oldest).TotalSeconds) : 0;
}
