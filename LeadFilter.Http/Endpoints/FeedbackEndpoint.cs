using LeadFilter.Core.Leads;
using LeadFilter.Http.Endpoints.Documents;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Requests;
using LeadFilter.Pipeline.Outcomes;
using LeadFilter.Pipeline.Returns;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace LeadFilter.Http.Endpoints;

/// <summary>
/// Takes feedback in the form of LeadConduit, so that whoever comes from there changes only the address and the key:
/// <c>POST /feedback?event_id=LEAD&amp;type=conversion&amp;reason=…</c>. A lead is converted once, and
/// handed back once.
/// </summary>
/// <param name="convert">Converts a lead.</param>
/// <param name="hand">Hands a lead back.</param>
public sealed class FeedbackEndpoint(ConvertLead convert, ReturnLead hand)
{
    private const string Success = "success";
    private const string Failure = "failure";

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request: <c>event_id</c>, <c>type</c> and <c>reason</c> in the query, a form or JSON.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (fields, problem) = await ReadAsync(request, cancellation);
        if (fields is null)
        {
            return problem!;
        }

        var type = fields("type")?.Trim().ToLowerInvariant();
        if (type is not ("conversion" or "return"))
        {
            return Answer(Failure, "type must be conversion or return");
        }

        if (!LeadId.TryParse(fields("event_id")?.Trim().ToLowerInvariant(), out var lead))
        {
            return Answer(Failure, "event_id must be the id of a lead: 32 hex digits");
        }

        var refusal = type == "conversion"
            ? (await convert.RunAsync(lead, cancellation))?.Detail
            : await hand.RunAsync(lead, fields("reason"), cancellation);
        return refusal is null ? Answer(Success, null) : Answer(Failure, refusal);
    }

    /// <summary>What was sent; the query goes before the body, as for leads.</summary>
    private static async ValueTask<(Func<string, string?>? Fields, Problem? Problem)> ReadAsync(
        HttpRequest request, CancellationToken cancellation)
    {
        Func<string, string?> body = static _ => null;
        if (request.HasFormContentType)
        {
            var (text, problem) = await BatchBody.ReadAsync(request, cancellation);
            if (text is null)
            {
                return (null, problem);
            }

            var form = QueryHelpers.ParseQuery(text);
            body = name => form.TryGetValue(name, out var value) ? value.ToString() : null;
        }
        else if (request.ContentLength is not (null or 0))
        {
            var (records, _, problem) = await RecordBatch.ReadAsync(request, cancellation);
            if (problem is not null)
            {
                return (null, problem);
            }

            body = records[0].Find;
        }

        return (name => request.Query.TryGetValue(name, out var value) ? value.ToString() : body(name), null);
    }

    private static IResult Answer(string outcome, string? reason) => Results.Json(
        new(outcome, reason), EndpointJson.Default.FeedbackDocument, statusCode: StatusCodes.Status201Created);
}
