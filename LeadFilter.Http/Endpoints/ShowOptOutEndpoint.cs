using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LeadFilter.Http.Problems;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.OptOuts;
using LeadFilter.Pipeline.Targets;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Endpoints;

/// <summary>Shows the buyer's people one opt-out, and proves it.</summary>
/// <param name="book">Knows them.</param>
/// <param name="targets">Which systems have learned of them.</param>
/// <param name="hasher">Signs.</param>
/// <param name="time">The clock.</param>
public sealed class ShowOptOutEndpoint(OptOutBook book, TargetBook targets, IdentityHasher hasher, TimeProvider time)
{
    // Whoever verifies the signature reads the document as it is.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers with an opt-out.</summary>
    /// <param name="id">Its id from the address.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public async Task<IResult> ShowAsync(string id, CancellationToken cancellation)
    {
        if (await book.FindAsync(id, time.GetUtcNow(), cancellation) is not { } found)
        {
            return RecordProblem.NoSuchOptOut;
        }

        var learned = await targets.ReadAsync(id, cancellation);
        return JsonObjectAnswer.Of(json => OptOutAnswer.Write(json, found, learned));
    }

    /// <summary>Answers with a document of an opt-out and its signature.</summary>
    /// <param name="id">Its id from the address.</param>
    /// <param name="cancellation">The client has hung up.</param>
    public async Task<IResult> ProveAsync(string id, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (await book.FindAsync(id, now, cancellation) is not { } found)
        {
            return RecordProblem.NoSuchOptOut;
        }

        var learned = await targets.ReadAsync(id, cancellation);
        var document = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(document, Writing))
        {
            json.WriteStartObject();
            json.WriteString("provedAt", now.UtcDateTime);
            json.WriteStartObject("optOut");
            OptOutAnswer.Write(json, found, learned);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return JsonObjectAnswer.Of(json =>
        {
            json.WriteString("document", Encoding.UTF8.GetString(document.WrittenSpan));
            json.WriteString("algorithm", "HMAC-SHA-256");
            json.WriteString("signature", hasher.Sign(document.WrittenSpan));
        });
    }
}
