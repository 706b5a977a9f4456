using System.Buffers;
using System.IO.Pipelines;
using LeadFilter.Core.Leads;
using LeadFilter.Http.Problems;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Leads;

/// <summary>
/// Reads a vendor's request: first its query parameters, then its body (JSON, form or XML), whose fields give way to
/// the parameters. Bad input of any kind is a <see cref="Problem"/>, never an exception.
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
            return hasQuery ? null : Problem.NoFields;
        }

        if (request.ContentLength > maxBodyBytes)
        {
            return Problem.BodyLargerThan(maxBodyBytes);
        }

        var known = BodyFormats.TryTell(request, out var format, out var problem);
        if (!known && request.ContentLength > 0)
        {
            return problem;
        }

        draft.StartBody();
        try
        {
            var reader = request.BodyReader;
            var body = await BufferAsync(reader, maxBodyBytes, cancellation);
            problem = body switch
            {
                _ when body.Length > maxBodyBytes => Problem.BodyLargerThan(maxBodyBytes),
                { IsEmpty: true } => hasQuery ? null : Problem.NoFields,
                _ when !known => problem,
                _ => Read(body, format, draft),
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

    // INVARIANT: at most maxBodyBytes and one read of the server are held.
    private static async ValueTask<ReadOnlySequence<byte>> BufferAsync(PipeReader reader, int maxBodyBytes, CancellationToken cancellation)
    {
        while (true)
        {
            var result = await reader.ReadAsync(cancellation);
            if (result.IsCompleted || result.Buffer.Length > maxBodyBytes)
            {
                return result.Buffer;
            }

            if (result.IsCanceled)
            {
                reader.AdvanceTo(result.Buffer.End);
                throw new OperationCanceledException("The wait for the body was given up.");
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static Problem? Read(in ReadOnlySequence<byte> body, BodyFormat format, LeadDraft draft)
    {
        if (body.IsSingleSegment)
        {
            return Read(body.First, format, draft);
        }

        var whole = ArrayPool<byte>.Shared.Rent((int)body.Length);
        try
        {
            body.CopyTo(whole);
            return Read(whole.AsMemory(0, (int)body.Length), format, draft);
        }
        finally
        {
            // The body holds personal data: nobody else is to find it in the pool.
            ArrayPool<byte>.Shared.Return(whole, clearArray: true);
        }
    }

    private static Problem? Read(ReadOnlyMemory<byte> body, BodyFormat format, LeadDraft draft) => format switch
    {
        BodyFormat.Json => JsonLead.Read(body.Span, draft),
        BodyFormat.Form => FormLead.Read(body.Span, draft),
        _ => XmlLead.Read(body, format == BodyFormat.Utf8Xml, draft),
    };
}
