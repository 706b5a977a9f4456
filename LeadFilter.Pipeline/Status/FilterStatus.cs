using LeadFilter.Core.Campaigns;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Pipeline.Status;

/// <summary>
/// Tells the operator what waits and what is missing. What waits is read from the queues themselves: it is the same after a restart, and
/// whichever process is asked.
/// </summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="secrets">Finds the secrets that are missing.</param>
/// <param name="queues">What lies in the queues.</param>
/// <param name="connector">Knows which CRMs are left alone.</param>
/// <param name="time">The clock.</param>
/// <param name="disk">The room on the disk; null if the host has none of its own.</param>
public sealed class FilterStatus(
    ICampaigns campaigns, SecretWatch secrets, IQueueContents queues, IConnector connector, TimeProvider time, IDiskSpace? disk = null)
{
    /// <summary>So many messages of a queue are counted: a second's work.</summary>
    internal const int MaxCounted = 10_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Looks.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task<StatusReport> ReadAsync(CancellationToken cancellation) =>
        new(secrets.Find(), await ReadQueuesAsync(cancellation), disk?.Read());

    private async Task<QueueReport?> ReadQueuesAsync(CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        var (waiting, dead, records) = (new List<KeptMessage>(), new List<KeptMessage>(), new List<KeptMessage>());
        var (notices, deadNotices) = (new List<KeptMessage>(), new List<KeptMessage>());
        try
        {
            bool[] more = await Task.WhenAll(
                HasMoreAsync(QueueNames.Leads, false, waiting, either.Token),
                HasMoreAsync(QueueNames.Leads, true, dead, either.Token),
                HasMoreAsync(QueueNames.Records, false, records, either.Token),
                HasMoreAsync(QueueNames.Notices, false, notices, either.Token),
                HasMoreAsync(QueueNames.Notices, true, deadNotices, either.Token));
            return new(Sum(waiting, dead), records.Count, more.Contains(true))
            {
                Notices = notices.Count,
                DeadNotices = deadNotices.Count,
            };
        }
        catch (Exception failure) when (failure is StoreUnavailableException || patience.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<bool> HasMoreAsync(string queue, bool dead, List<KeptMessage> found, CancellationToken cancellation)
    {
        await foreach (var message in queues.ReadAsync(queue, dead, cancellation))
        {
            if (found.Count == MaxCounted)
            {
                return true;
            }

            // Without the body: ten thousand of them are a lot to hold, and full of personal data.
            found.Add(message with { Message = message.Message with { Body = default } });
        }

        return false;
    }

    private List<CampaignDeliveries> Sum(List<KeptMessage> waiting, List<KeptMessage> dead)
    {
        var waitingBy = waiting.ToLookup(static one => LeadEnvelope.CampaignOf(one.Message) ?? "", StringComparer.Ordinal);
        var deadBy = dead.ToLookup(static one => LeadEnvelope.CampaignOf(one.Message) ?? "", StringComparer.Ordinal);
        return
        [
            .. campaigns.All.Select(static campaign => campaign.Id.ToString())
                .Union(waitingBy.Select(static group => group.Key))
                .Union(deadBy.Select(static group => group.Key))
                .Order(StringComparer.Ordinal)
                .Select(campaign => Sum(campaign, [.. waitingBy[campaign]], deadBy[campaign].Count())),
        ];
    }

    private CampaignDeliveries Sum(string campaign, List<KeptMessage> waiting, int dead)
    {
        var plan = CampaignId.TryParse(campaign, out var id) ? campaigns.Find(id)?.Delivery : null;
        return new()
        {
            Campaign = campaign,
            Destination = plan is null ? null : DestinationOf(plan.Url),
            Waiting = waiting.Count,
            Oldest = waiting.Min(static one => LeadEnvelope.LeadOf(one.Message)?.MadeAt),
            NextTry = waiting.Min(static one => AttemptMarks.DueAt(one.Message)),
            Reason = waiting.OrderByDescending(static one => one.Number).Select(static one => AttemptMarks.ReasonOf(one.Message))
                .FirstOrDefault(static reason => reason is not null),
            PausedUntil = plan is null ? null : connector.PausedUntil(plan),
            DeadLetters = dead,
        };
    }

    /// <summary>Not the whole address: its path or query may hold a secret.</summary>
    private static string DestinationOf(string url) =>
        url.StartsWith('/') || !Uri.TryCreate(url, UriKind.Absolute, out var address) ? url : $"{address.Scheme}://{address.Authority}";
}
