using System.Text.Json;
using LeadFilter.Core.Decisions;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Requests;
using LeadFilter.Pipeline.Decisions;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>
/// Lists all of a campaign's decisions, bought and rejected, with every finding: those that rejected, and those of shadows, trials and
/// waived categories, which changed nothing.
/// </summary>
/// <param name="pages">The use case.</param>
public sealed class ListDecisionsEndpoint(DecisionPages pages)
{
    private const string Bought = "success";
    private const string Rejected = "failure";

    private static readonly OrderedDictionary<string, Effect> Effects = new(
        Enum.GetValues<Effect>().Select(static effect => KeyValuePair.Create(NameOf(effect), effect)), StringComparer.Ordinal);

    /// <summary>Answers a request.</summary>
    /// <param name="request">
    /// The request; parameters <c>outcome</c> and <c>effect</c>, and those of <see cref="DecisionParameters"/>, of which
    /// <c>reason</c> means any finding's.
    /// </param>
    /// <param name="campaign">The campaign's id from the address; one that is no more still has its log.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public async Task<IResult> HandleAsync(HttpRequest request, string campaign, CancellationToken cancellation)
    {
        if (!DecisionParameters.TryRead(request, campaign, out var query, out var limit, out var problem)
            || !QueryParameter.TryReadText(request, "outcome", out var outcome, out problem)
            || !QueryParameter.TryReadText(request, "effect", out var effectText, out problem))
        {
            return problem;
        }

        if (outcome is not (null or Bought or Rejected))
        {
            return Problem.UnreadableParameter("outcome", $"The parameter 'outcome' must be {Bought} or {Rejected}.");
        }

        if (effectText is not null && !Effects.ContainsKey(effectText))
        {
            return Problem.UnreadableParameter("effect", $"The parameter 'effect' must be one of {string.Join(", ", Effects.Keys)}.");
        }

        query = query with
        {
            IsAccepted = outcome is null ? null : outcome == Bought,
            Effect = effectText is null ? null : Effects[effectText],
        };
        return await pages.ReadAsync(query, limit, cancellation) is { } page
            ? DecisionAnswer.Of("decisions", page, WriteDecision, cancellation)
            : Problem.UnknownCampaign;
    }

    /// <summary>Writes what was decided into an object that has begun.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="record">The decision.</param>
    internal static void WriteDecision(Utf8JsonWriter json, DecisionRecord record)
    {
        json.WriteString("outcome", record.IsAccepted ? Bought : Rejected);
        json.WriteNumber("price", record.Price.Amount);
        if (record.IsAccepted)
        {
            json.WriteString("route", RouteName.Of(record.Route));
        }

        if (record.UpdateOf is { } bought)
        {
            json.WriteString("updateOf", bought.ToString());
        }

        if (record.Score is { } score)
        {
            json.WriteNumber("score", score);
        }

        json.WriteStartArray("findings");
        foreach (var finding in record.Findings)
        {
            json.WriteStartObject();
            DecisionAnswer.Write(json, finding);
            json.WriteString("effect", NameOf(finding.Effect));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string NameOf(Effect effect) => JsonNamingPolicy.CamelCase.ConvertName(effect.ToString());
}
