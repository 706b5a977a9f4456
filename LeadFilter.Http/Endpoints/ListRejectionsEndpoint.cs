using System.Text.Json;
using LeadFilter.Http.Problems;
using LeadFilter.Pipeline.Decisions;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Lists a campaign's rejections, newest first, a page at a time.</summary>
/// <param name="pages">The use case.</param>
public sealed class ListRejectionsEndpoint(DecisionPages pages)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request; its parameters are those of <see cref="DecisionParameters"/>.</param>
    /// <param name="campaign">The campaign's id from the address; one that is no more still has its log.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public async Task<IResult> HandleAsync(HttpRequest request, string campaign, CancellationToken cancellation)
    {
        if (!DecisionParameters.TryRead(request, campaign, out var query, out var limit, out var problem))
        {
            return problem;
        }

        return await pages.ReadAsync(query with { IsAccepted = false, MustReject = true }, limit, cancellation) is { } page
            ? DecisionAnswer.Of("rejections", page, WriteReasons, cancellation)
            : Problem.UnknownCampaign;
    }

    private static void WriteReasons(Utf8JsonWriter json, DecisionRecord record)
    {
        json.WriteStartArray("reasons");
        foreach (var finding in record.Rejecting)
        {
            json.WriteStartObject();
            DecisionAnswer.Write(json, finding);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
