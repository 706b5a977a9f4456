using LeadFilter.Http.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Functions.Http;

/// <summary>
/// The edge of every HTTP function: what its handler throws is answered as problem details, as on the other host. Nothing
/// escapes to the Functions host, which would log an exception with its message.
/// </summary>
/// <param name="logger">Where to say what went wrong.</param>
public sealed class Answering(ILogger<Answering> logger)
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="handle">Handles it; its token is cancelled when the client hangs up or the host stops.</param>
    /// <param name="stopping">The host stops.</param>
    public async Task<IResult> AnswerAsync(HttpRequest request, Func<CancellationToken, Task<IResult>> handle, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(handle);
        var hungUp = request.HttpContext.RequestAborted;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(hungUp, stopping);
        try
        {
            return await handle(either.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && hungUp.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
            return Results.Empty;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return Problem.Unavailable(RetryAfter);
        }
#pragma warning disable CA1031 // The host's edge: every exception becomes an answer.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return Unhandled.Answer(failure, logger);
        }
    }
}
