using LeadFilter.Http.Problems;
using LeadFilter.Pipeline.Intake;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Http.Answers;

/// <summary>
/// Writes an answer to a vendor: 201 for a lead that was decided, bought or not; 503 with <c>Retry-After</c> for one that
/// could not be. The shapes are those of docs/http.md.
/// </summary>
/// <param name="answer">The answer.</param>
/// <param name="format">The format.</param>
public sealed class AnswerResult(Answer answer, AnswerFormat format) : IResult
{
    /// <summary>Writes the answer. The response must not have started.</summary>
    /// <param name="httpContext">The request's context.</param>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = answer.Outcome == Outcome.Error ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status201Created;
        response.Headers.CacheControl = "no-store";
        if (answer.Outcome == Outcome.Error)
        {
            response.Headers.RetryAfter = WholeSeconds.Of(answer.RetryAfter ?? TimeSpan.Zero);
        }

        response.ContentType = format switch
        {
            AnswerFormat.Json => "application/json",
            AnswerFormat.Xml => "application/xml; charset=utf-8",
            _ => "text/xml; charset=utf-8",
        };
        response.ContentLength = format == AnswerFormat.Json
            ? JsonAnswer.Write(answer, response.BodyWriter)
            : XmlAnswer.Write(answer, response.BodyWriter);
        await response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
