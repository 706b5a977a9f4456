using System.Buffers;
using System.Text.Json;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Http.Leads;
using LeadFilter.Http.Problems;
using LeadFilter.Pipeline.Limits;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Requests;

/// <summary>
/// The key of a vendor that cannot send headers of its own: Google Ads puts the key that the buyer has set for a lead form into the
/// body, as <c>google_key</c>. It is looked for only where no header has a key, in a POST of JSON; it is then a key like any other.
/// </summary>
/// <param name="options">How large a body may be.</param>
/// <param name="time">The clock.</param>
/// <remarks>Nobody has said who he is when such a body is read. So few are read at once, and each for a short time.</remarks>
public sealed class GoogleKey(LimitOptions options, TimeProvider time)
{
    /// <summary>How many bodies are read at once to find a key.</summary>
    internal const int MaxAtOnce = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private int reading;

    /// <summary>Looks for the key. The body stays to be read.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">The client has hung up.</param>
    /// <returns>The key, null if there is none; or why it cannot be said.</returns>
    /// <exception cref="OperationCanceledException">The client has hung up.</exception>
    public ValueTask<(string? Key, Problem? Problem)> FindAsync(HttpRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return VendorKey.IsSent(request) || !MayHaveOne(request) || RequestLimits.Check(request) is not null
            ? default
            : ReadAsync(request, cancellation);
    }

    /// <summary>The key in a body; null if there is none, or the body is not JSON.</summary>
    /// <param name="body">The body.</param>
    internal static string? Find(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(BodySniffer.WithoutMark(body), new() { AllowTrailingCommas = true, MaxDepth = int.MaxValue });
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isKey = reader.ValueTextEquals(AdNetworkNames.GoogleKey);
                reader.Read();
                if (isKey)
                {
                    return reader.TokenType == JsonTokenType.String && JsonText.TryRead(ref reader, out var text)
                        ? VendorKey.OfText(text)
                        : null;
                }

                reader.Skip();
            }
        }
        catch (JsonException)
        {
            // Whoever it is, it is nobody.
        }

        return null;
    }

    private static bool MayHaveOne(HttpRequest request) =>
        HttpMethods.IsPost(request.Method)
        && request.ContentLength != 0
        && BodyFormats.TryTell(request, out var type, out _)
        && type.Format == BodyFormat.Json;

    private async ValueTask<(string? Key, Problem? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > options.MaxBodyBytes)
        {
            return default;
        }

        if (Interlocked.Increment(ref reading) > MaxAtOnce)
        {
            Interlocked.Decrement(ref reading);
            return (null, Problem.Unavailable(RetryAfter));
        }

        try
        {
            using var patience = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
            var body = await BodyBuffer.ReadAsync(request.BodyReader, options.MaxBodyBytes, either.Token);
            var key = body.Length > options.MaxBodyBytes ? null : body.IsSingleSegment ? Find(body.FirstSpan) : FindIn(body);
            request.BodyReader.AdvanceTo(body.Start);
            return (key, null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, Problem.RequestTimeout);
        }
        catch (BadHttpRequestException refused)
        {
            return (null, Problem.ForStatus(refused.StatusCode));
        }
        catch (IOException)
        {
            return (null, Problem.BadRequest);
        }
        finally
        {
            Interlocked.Decrement(ref reading);
        }
    }

    private static string? FindIn(ReadOnlySequence<byte> body)
    {
        var whole = ArrayPool<byte>.Shared.Rent((int)body.Length);
        try
        {
            body.CopyTo(whole);
            return Find(whole.AsSpan(0, (int)body.Length));
        }
        finally
        {
            // The body holds personal data: nobody else is to find it in the pool.
            ArrayPool<byte>.Shared.Return(whole, clearArray: true);
        }
    }
}
