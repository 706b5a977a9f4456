using LeadFilter.Core.OptOuts;
using LeadFilter.Core.Suppression;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Requests;
using LeadFilter.Pipeline.Limits;
using LeadFilter.Pipeline.OptOuts;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Tells a vendor which of the people whom it sold do not want to be contacted.</summary>
/// <param name="admission">Tells who asks.</param>
/// <param name="gate">How much is worked on at once.</param>
/// <param name="feed">The use case.</param>
public sealed class OptOutFeedEndpoint(VendorAdmission admission, LeadGate gate, OptOutFeed feed)
{
    private const int PageSize = 1_000;

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request; parameters <c>since</c> and <c>next</c>.</param>
    /// <param name="cancellation">The vendor has hung up.</param>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!admission.TryKnow(request, out var vendor, out var use, out var problem))
        {
            return problem;
        }

        using var entry = await gate.EnterAsync(use, cancellation);
        if (GateProblem.Of(entry) is { } noPlace)
        {
            return noPlace;
        }

        if (!QueryParameter.TryReadInstant(request, "since", out var since, out problem)
            || !QueryParameter.TryReadText(request, "next", out var next, out problem))
        {
            return problem;
        }

        if (next is not null && !OptOutFeed.IsKey(next))
        {
            return Problem.UnreadableParameter("next", "The parameter 'next' must be what an answer gave as next.");
        }

        var page = new List<SoldOptOut>();
        await foreach (var optOut in feed.ReadAsync(vendor.Id, since, next, cancellation))
        {
            page.Add(optOut);
            if (page.Count == PageSize)
            {
                break;
            }
        }

        return JsonObjectAnswer.Of(json =>
        {
            json.WriteStartArray("optOuts");
            foreach (var optOut in page)
            {
                json.WriteStartObject();
                json.WriteString("by", SuppressionKindName.Of(optOut.Kind));
                json.WriteString("sha256", optOut.Sha256);
                json.WriteStartArray("channels");
                foreach (var channel in ContactChannelName.Of(optOut.Channels))
                {
                    json.WriteStringValue(channel);
                }

                json.WriteEndArray();
                json.WriteString("recordedAt", optOut.RecordedAt.UtcDateTime);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (page.Count > 0 || next is not null)
            {
                json.WriteString("next", page.Count > 0 ? page[^1].Key : next);
            }
        });
    }
}
