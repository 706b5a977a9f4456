using LeadFilter.Http.Endpoints.Documents;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Requests;
using LeadFilter.Pipeline.Erasure;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Erases a person who asks for it. The person's addresses and numbers stand in the body, never in the address.</summary>
/// <param name="erase">The use case.</param>
public sealed class ErasePersonEndpoint(ErasePerson erase)
{
    /// <summary>Answers a request.</summary>
    /// <param name="request">The request; parameter <c>dryRun</c>; values in the body, all of one person.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!QueryParameter.TryReadText(request, "dryRun", out var text, out var problem))
        {
            return problem;
        }

        if (text is not (null or "true" or "false"))
        {
            return Problem.UnreadableParameter("dryRun", "The parameter 'dryRun' must be true or false.");
        }

        var (values, unreadable) = await ValueBatch.ReadAsync(request, cancellation);
        if (unreadable is not null)
        {
            return unreadable;
        }

        return Person.TryRead([.. values.Select(static one => one.Value)], out var person, out var why)
            ? Results.Json(
                ErasureDocument.Of(await erase.RunAsync(person, text == "true", cancellation)), EndpointJson.Default.ErasureDocument)
            : Problem.UnreadableBody(why);
    }
}
