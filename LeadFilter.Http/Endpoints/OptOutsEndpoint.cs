using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.OptOuts;
using LeadFilter.Http.Endpoints.Documents;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Requests;
using LeadFilter.Http.Rows;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.OptOuts;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Takes opt-outs from the CRM or the buyer's staff, one or a batch (POST), and lists them (GET).</summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="optOuts">Takes them.</param>
/// <param name="book">Knows them.</param>
/// <param name="time">The clock.</param>
public sealed class OptOutsEndpoint(ICampaigns campaigns, RecordOptOuts optOuts, OptOutBook book, TimeProvider time)
{
    private const string DryRun = "dry_run";
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1_000;

    // A filter may match few: a page that would take long ends earlier, and says where to go on.
    private const int MaxRead = 20_000;

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request; to list, with the parameters of docs/opt-outs.md, else with <c>dry_run=true</c> to try.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return HttpMethods.IsGet(request.Method) ? ListAsync(request, cancellation) : RecordAsync(request, cancellation);
    }

    private async Task<IResult> RecordAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!QueryParameter.TryReadText(request, DryRun, out var dryRun, out var problem))
        {
            return problem;
        }

        if (dryRun is not (null or "true" or "false"))
        {
            return Problem.UnreadableParameter(DryRun, $"The parameter '{DryRun}' must be true or false.");
        }

        var (records, isBatch, unreadable) = await RecordBatch.ReadAsync(request, cancellation);
        if (unreadable is not null)
        {
            return unreadable;
        }

        var reader = new OptOutReader(campaigns);
        var told = records.Select(record => Read(reader, record)).ToList();
        var results = await optOuts.HandleAsync(told, dryRun == "true", cancellation);
        var lines = results.Select(static result => LineOf(result)).ToList();
        return isBatch ? Results.Json(OptOutBatchDocument.Of(lines), EndpointJson.Default.OptOutBatchDocument)
            : results[0].Refusal is not { } refusal ? Results.Json(lines[0], EndpointJson.Default.OptOutLine)
            : RecordProblem.Refused(refusal.Code, refusal.Detail);
    }

    private static ToldOptOut Read(OptOutReader reader, FileRow record) => record.Problem is { } problem
        ? ToldOptOut.Refused(record.Line, OptOutRefusal.Unreadable, $"It cannot be read: {problem}.")
        : reader.Read(record.Line, record.Find);

    private static OptOutLine LineOf(OptOutResult result) => new(
        result.Line,
        result.Verdict switch
        {
            OptOutVerdict.Recorded => OptOutLine.Recorded,
            OptOutVerdict.Known => LineResult.Known,
            _ => LineResult.Refused,
        },
        result.Id,
        result.Refusal?.Code,
        result.Refusal?.Detail);

    private async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!TryReadFilter(request, out var filter, out var after, out var problem)
            || !QueryParameter.TryReadNumber(request, "limit", (1, MaxLimit), DefaultLimit, out var limit, out problem))
        {
            return problem;
        }

        var found = new List<OptOut>();
        string? next = null;
        var (read, last) = (0, "");
        await foreach (var optOut in book.ReadAsync(after, time.GetUtcNow(), cancellation))
        {
            if (found.Count == limit || read == MaxRead)
            {
                next = last;
                break;
            }

            (read, last) = (read + 1, optOut.Id);
            if (filter(optOut))
            {
                found.Add(optOut);
            }
        }

        return JsonObjectAnswer.Of(json =>
        {
            json.WriteStartArray("optOuts");
            foreach (var optOut in found)
            {
                json.WriteStartObject();
                OptOutAnswer.Write(json, optOut);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (next is not null)
            {
                json.WriteString("next", next);
            }
        });
    }

    private static bool TryReadFilter(
        HttpRequest request, out Func<OptOut, bool> filter, out string after, [NotNullWhen(false)] out Problem? problem)
    {
        (filter, after) = (static _ => true, "");
        if (!QueryParameter.TryReadInstant(request, "from", out var from, out problem)
            || !QueryParameter.TryReadInstant(request, "to", out var to, out problem)
            || !QueryParameter.TryReadText(request, "channel", out var channel, out problem)
            || !QueryParameter.TryReadText(request, "campaign", out var campaign, out problem)
            || !QueryParameter.TryReadText(request, "how", out var how, out problem)
            || !QueryParameter.TryReadText(request, "next", out var next, out problem))
        {
            return false;
        }

        var channels = channel is null ? ContactChannels.None : ContactChannelName.Find(channel);
        problem = channel is not null && channels == ContactChannels.None
                ? Problem.UnreadableParameter(
                    "channel", $"The parameter 'channel' must be one of {string.Join(", ", ContactChannelName.Known)}.")
            : next is not null && !OptOutBook.IsId(next)
                ? Problem.UnreadableParameter("next", "The parameter 'next' must be what an answer gave as next.")
            : null;
        after = next ?? "";
        filter = optOut => (from is null || optOut.RecordedAt >= from)
            && (to is null || optOut.RecordedAt < to)
            && optOut.Channels.HasFlag(channels)
            && (campaign is null || optOut.Scope.Count == 0 || optOut.Scope.Any(one => one.ToString() == campaign))
            && (how is null || optOut.How == how);
        return problem is null;
    }
}
