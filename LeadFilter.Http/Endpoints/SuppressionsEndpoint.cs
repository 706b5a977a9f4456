using System.Text.Json;
using LeadFilter.Core.Suppression;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Requests;
using LeadFilter.Pipeline.Suppression;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Shows, counts, fills and empties suppression lists for the buyer's own people.</summary>
/// <param name="store">The lists.</param>
/// <param name="catalogue">Which lists there are.</param>
public sealed class SuppressionsEndpoint(SuppressionStore store, SuppressionCatalogue catalogue)
{
    private const int MaxInvalidShown = 100;

    /// <summary>Answers with all lists and how many entries they have.</summary>
    /// <param name="cancellation">The client has hung up.</param>
    public async Task<IResult> ListAsync(CancellationToken cancellation)
    {
        var counts = await store.CountAsync(cancellation);
        return JsonObjectAnswer.Of(json =>
        {
            json.WriteStartArray("lists");
            foreach (var count in counts)
            {
                json.WriteStartObject();
                Write(json, count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>Counts a list (GET), puts values on it (POST) or takes values off it (DELETE).</summary>
    /// <param name="request">The request; parameters <c>by</c>, <c>hashed</c> and <c>expires</c>; values in the body.</param>
    /// <param name="list">The list's name from the address.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public async Task<IResult> HandleAsync(HttpRequest request, string list, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!SuppressionListId.TryParse(list, out var id))
        {
            return Problem.UnknownList;
        }

        var isAdding = HttpMethods.IsPost(request.Method);
        if (!isAdding && !(await catalogue.ReadAsync(cancellation)).ContainsKey(id))
        {
            return Problem.UnknownList;
        }

        if (HttpMethods.IsGet(request.Method))
        {
            var counts = await store.CountAsync(cancellation);
            return JsonObjectAnswer.Of(
                json => Write(json, counts.FirstOrDefault(count => count.List == id) ?? new(id, new Dictionary<SuppressionKind, long>())));
        }

        if (TryReadParameters(request, id, isAdding, out var batch) is { } unreadable)
        {
            return unreadable;
        }

        var (values, problem) = await ValueBatch.ReadAsync(request, cancellation);
        if (problem is not null)
        {
            return problem;
        }

        batch = batch with { Values = values };
        return Answer(isAdding, id, isAdding ? await store.AddAsync(batch, cancellation) : await store.RemoveAsync(batch, cancellation));
    }

    private static Problem? TryReadParameters(HttpRequest request, SuppressionListId list, bool isAdding, out SuppressionBatch batch)
    {
        batch = new(list, default, default, []);
        if (!QueryParameter.TryReadText(request, "by", out var by, out var problem)
            || !QueryParameter.TryReadText(request, "hashed", out var hashed, out problem)
            || !QueryParameter.TryReadText(request, "expires", out var expires, out problem))
        {
            return problem;
        }

        if (!SuppressionKindName.TryParse(by, out var kind))
        {
            return Problem.UnreadableParameter(
                "by", $"The parameter 'by' must say what the values are: {string.Join(", ", SuppressionKindName.All)}.");
        }

        var form = SuppressionForm.Plain;
        if (hashed is not null && (!SuppressionFormName.TryParse(hashed, out form) || form == SuppressionForm.Plain))
        {
            return Problem.UnreadableParameter(
                "hashed",
                $"The parameter 'hashed' must be one of {string.Join(", ", SuppressionFormName.Hashes)}, or left out for plain values.");
        }

        DateTimeOffset? end = null;
        if (expires is not null && (!isAdding || !SuppressionEnd.TryParseDay(expires, out end)))
        {
            return Problem.UnreadableParameter(
                "expires",
                "The parameter 'expires' must be the last day on which the values count, such as 2027-11-26; it goes with POST only.");
        }

        batch = batch with { Kind = kind, Form = form, Expires = end };
        return null;
    }

    private static IResult Answer(bool isAdding, SuppressionListId list, SuppressionTally tally) => JsonObjectAnswer.Of(json =>
    {
        json.WriteString("list", list.ToString());
        if (isAdding)
        {
            json.WriteNumber("added", tally.Added);
            json.WriteNumber("renewed", tally.Renewed);
            json.WriteNumber("alreadyThere", tally.AlreadyThere);
        }
        else
        {
            json.WriteNumber("removed", tally.Removed);
            json.WriteNumber("notThere", tally.NotThere);
        }

        json.WriteNumber("invalid", tally.Invalid.Count);
        json.WriteStartArray("problems");
        foreach (var (line, why) in tally.Invalid.Take(MaxInvalidShown))
        {
            json.WriteStartObject();
            json.WriteNumber("line", line);
            json.WriteString("why", why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, SuppressionCount count)
    {
        json.WriteString("list", count.List.ToString());
        json.WriteNumber("entries", count.Total);
        json.WriteStartObject("by");
        foreach (var (kind, entries) in count.Entries.OrderBy(static one => one.Key))
        {
            json.WriteNumber(SuppressionKindName.Of(kind), entries);
        }

        json.WriteEndObject();
    }
}
