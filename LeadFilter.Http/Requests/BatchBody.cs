using System.Buffers;
using System.Text;
using LeadFilter.Http.Problems;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Requests;

/// <summary>Reads the body of a request of the buyer's own people that holds many things at once, as text.</summary>
internal static class BatchBody
{
    /// <summary>The largest body, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    /// <summary>The most values or lines.</summary>
    public const int MaxLines = 10_000;

    /// <summary>413: a batch is larger than <see cref="MaxBytes"/>, or has more lines than <see cref="MaxLines"/>.</summary>
    public static Problem TooLarge { get; } = Problem.BatchLargerThan(MaxBytes, MaxLines);

    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a body.</summary>
    /// <returns>Its text, or what is wrong.</returns>
    public static async ValueTask<(string? Text, Problem? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > MaxBytes)
        {
            return (null, TooLarge);
        }

        try
        {
            while (true)
            {
                var read = await request.BodyReader.ReadAsync(cancellation);
                if (read.Buffer.Length > MaxBytes)
                {
                    request.BodyReader.AdvanceTo(read.Buffer.End);
                    return (null, TooLarge);
                }

                if (read.IsCompleted)
                {
                    var body = read.Buffer.ToArray();
                    request.BodyReader.AdvanceTo(read.Buffer.End);
                    return (Strict.GetString(body).TrimStart('\uFEFF'), null);
                }

                request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (DecoderFallbackException)
        {
            return (null, Problem.UnreadableBody("The body is not UTF-8."));
        }
        catch (BadHttpRequestException refused)
        {
            return (null, Problem.ForStatus(refused.StatusCode));
        }
        catch (IOException)
        {
            // The client went away in the middle of the body.
            return (null, Problem.BadRequest);
        }
    }
}
