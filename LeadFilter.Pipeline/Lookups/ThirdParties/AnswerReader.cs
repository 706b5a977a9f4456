using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using LeadFilter.Core.Campaigns.Lookups;
using LeadFilter.Core.Fields;

namespace LeadFilter.Pipeline.Lookups.ThirdParties;

/// <summary>Reads a provider's answer: its status, and of its body at most <see cref="LookupOptions.MaxAnswer"/> bytes of JSON.</summary>
internal static class AnswerReader
{
    private const int MaxFact = 500;

    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 32 };

    /// <summary>Reads an answer whose head is there.</summary>
    /// <param name="plan">The look-up.</param>
    /// <param name="response">The answer.</param>
    /// <param name="now">The time.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="IOException">The connection broke within the body.</exception>
    public static async Task<LookupAnswer> ReadAsync(
        LookupPlan plan, HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        if (!plan.IsAnswer(status))
        {
            return LookupAnswer.Failure(LookupResult.Status, status);
        }

        var isGood = status is >= 200 and < 300;
        if (plan.FailurePath is null && plan.Facts.All(static fact => fact.Path is null))
        {
            return LookupAnswer.Of(status, FactsOf(plan, status), now);
        }

        if (!IsJson(response.Content))
        {
            // "Not found" is often a page for people: the status says all.
            return isGood ? LookupAnswer.Failure(LookupResult.ContentType, status) : LookupAnswer.Of(status, FactsOf(plan, status), now);
        }

        if (response.Content.Headers.ContentLength > LookupOptions.MaxAnswer)
        {
            return LookupAnswer.Failure(LookupResult.TooLarge, status);
        }

        var buffer = ArrayPool<byte>.Shared.Rent(LookupOptions.MaxAnswer + 1);
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            var most = LookupOptions.MaxAnswer + 1;
            var length = await body.ReadAtLeastAsync(buffer.AsMemory(0, most), most, throwOnEndOfStream: false, cancellation);
            return length > LookupOptions.MaxAnswer
                ? LookupAnswer.Failure(LookupResult.TooLarge, status)
                : Read(plan, status, buffer.AsMemory(0, length), now);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static bool IsJson(HttpContent content)
    {
        var type = content.Headers.ContentType;
        return type?.MediaType is { } media
            && (media.Equals("application/json", StringComparison.OrdinalIgnoreCase)
                || media.EndsWith("+json", StringComparison.OrdinalIgnoreCase))
            && (type.CharSet is null || type.CharSet.Trim('"').ToUpperInvariant() is "UTF-8" or "UTF8" or "US-ASCII")
            && content.Headers.ContentEncoding.Count == 0;
    }

    private static LookupAnswer Read(LookupPlan plan, int status, ReadOnlyMemory<byte> body, DateTimeOffset now)
    {
        if (!Utf8.IsValid(body.Span))
        {
            return LookupAnswer.Failure(LookupResult.Unreadable, status);
        }

        try
        {
            using var document = JsonDocument.Parse(body, Reading);
            return Read(plan, status, document.RootElement, now);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // Text with half a surrogate pair is an InvalidOperationException.
            return LookupAnswer.Failure(LookupResult.Unreadable, status);
        }
    }

    private static LookupAnswer Read(LookupPlan plan, int status, JsonElement root, DateTimeOffset now)
    {
        // Another status says by itself what it means.
        if (status < 300
            && plan.FailurePath is { } failurePath
            && failurePath.TryFind(root, out var said)
            && plan.FailureValues.Contains(FactText.Of(said), StringComparer.OrdinalIgnoreCase))
        {
            return LookupAnswer.Failure(LookupResult.ProviderFailed, status);
        }

        var facts = FactsOf(plan, status);
        foreach (var fact in plan.Facts)
        {
            if (fact.Path is not { } path)
            {
                continue;
            }

            var isThere = path.TryFind(root, out var value);
            if (fact.IsPresence)
            {
                facts.Add(new(fact, isThere ? "true" : "false"));
                continue;
            }

            var raw = isThere ? FactText.Of(value, fact.Type) : "";
            if (raw is null || raw.Length > MaxFact)
            {
                return LookupAnswer.Failure(LookupResult.WrongType, status);
            }

            switch (fact.Type.Standardize(raw).Validity)
            {
                case Validity.Valid:
                    facts.Add(new(fact, raw));
                    break;
                case Validity.Invalid:
                    return LookupAnswer.Failure(LookupResult.WrongType, status);
                default:
                    if (fact.IsRequired && status < 300)
                    {
                        return LookupAnswer.Failure(LookupResult.FactMissing, status);
                    }

                    break;
            }
        }

        return LookupAnswer.Of(status, facts, now);
    }

    private static List<FoundFact> FactsOf(LookupPlan plan, int status) =>
        [.. plan.Facts.Where(static fact => fact.Path is null)
            .Select(fact => new FoundFact(fact, fact.Statuses.Contains(status) ? "true" : "false"))];
}
