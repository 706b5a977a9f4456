using System.Buffers;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Problems;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Leads;

/// <summary>
/// Reads a vendor's request: first its query parameters, then its body (JSON, form, multipart form or XML), whose fields give way
/// to the parameters. Bad input of any kind is a <see cref="Problem"/>, never an exception.
/// </summary>
public static class LeadReader
{
    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="draft">Where its fields go. After a problem it holds some of them and is of no use.</param>
    /// <param name="maxBodyBytes">The largest body, in bytes.</param>
    /// <param name="cancellation">Gives up reading the body.</param>
    /// <returns>What is wrong with the request, or null if it was read.</returns>
    /// <exception cref="OperationCanceledException">The wait for the body was given up.</exception>
    public static async ValueTask<Problem?> ReadAsync(
        HttpRequest request, LeadDraft draft, int maxBodyBytes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(draft);
        var query = request.QueryString.Value;
        var hasQuery = query is { Length: > 1 };
        if (hasQuery && QueryLead.Read(query, draft) is { } unreadableQuery)
        {
            return unreadableQuery;
        }

        if (request.ContentLength == 0)
        {
            return hasQuery ? LeadBody.Finish(draft) : Problem.NoFields;
        }

        if (request.ContentLength > maxBodyBytes)
        {
            return Problem.BodyLargerThan(maxBodyBytes);
        }

        var known = BodyFormats.TryTell(request, out var type, out var problem);
        if (!known && request.ContentLength > 0)
        {
            return problem;
        }

        draft.StartBody();
        try
        {
            var reader = request.BodyReader;
            var body = await BodyBuffer.ReadAsync(reader, maxBodyBytes, cancellation);
            problem = body switch
            {
                _ when body.Length > maxBodyBytes => Problem.BodyLargerThan(maxBodyBytes),
                { IsEmpty: true } => hasQuery ? LeadBody.Finish(draft) : Problem.NoFields,
                _ when !known => problem,
                _ => Read(body, type, draft) ?? LeadBody.Finish(draft),
            };
            reader.AdvanceTo(body.End);
            return problem;
        }
        catch (BadHttpRequestException refused)
        {
            return Problem.ForStatus(refused.StatusCode);
        }
        catch (IOException)
        {
            // The client went away in the middle of the body.
            return Problem.BadRequest;
        }
    }

    private static Problem? Read(in ReadOnlySequence<byte> body, BodyType type, LeadDraft draft)
    {
        if (body.IsSingleSegment)
        {
            return LeadBody.Read(body.First, type, draft);
        }

        var whole = ArrayPool<byte>.Shared.Rent((int)body.Length);
        try
        {
            body.CopyTo(whole);
            return LeadBody.Read(whole.AsMemory(0, (int)body.Length), type, draft);
        }
        finally
        {
            // The body holds personal data: nobody else is to find it in the pool.
            ArrayPool<byte>.Shared.Return(whole, clearArray: true);
        }
    }
}
