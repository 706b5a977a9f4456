using LeadFilter.Pipeline.Ports;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Http.Problems;

/// <summary>
/// Exceptions that reach a host's edge. The log gets an exception's type and stack and the client nothing of it, for its
/// message may hold a lead's values.
/// </summary>
public static partial class Unhandled
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>The answer to a request that ended with an exception; a mistake of ours is logged.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="log">The log.</param>
    /// <returns>503 if a store is down, the status that the server refused the request with, else 500.</returns>
    public static Problem Answer(Exception exception, ILogger log)
    {
        switch (exception)
        {
            case BadHttpRequestException refused:
                return Problem.ForStatus(refused.StatusCode);
            case StoreUnavailableException:
                return Problem.Unavailable(RetryAfter);
            default:
                Log(exception, log);
                return Problem.InternalError;
        }
    }

    /// <summary>Logs an exception and its causes by type and stack.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="log">The log.</param>
    public static void Log(Exception exception, ILogger log)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            Failed(log, cause.GetType(), cause.StackTrace);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed with {ExceptionType}\n{Stack}")]
    private static partial void Failed(ILogger log, Type exceptionType, string? stack);
}
