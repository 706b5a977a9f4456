using System.Collections.Concurrent;
using LeadFilter.Http.Problems;
using LeadFilter.Http.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Functions.Http;

/// <summary>
/// The edge of every HTTP function: what its handler throws is answered as problem details, as on the other host. Nothing
/// escapes to the Functions host, which would log an exception with its message.
/// </summary>
/// <param name="services">What answers.</param>
/// <param name="logger">Where to say what went wrong.</param>
public sealed class Answering(IServiceProvider services, ILogger<Answering> logger)
{
    private readonly ConcurrentDictionary<Address, AddressHandler> handlers = [];
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>Answers a request, until the client hangs up or the host stops.</summary>
    /// <param name="address">To which address.</param>
    /// <param name="request">The request.</param>
    /// <param name="argument">What stands in the place of the address's parameter; empty if it has none.</param>
    /// <param name="stopping">The host stops.</param>
    public async Task<IResult> AnswerAsync(Address address, HttpRequest request, string argument, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(address);
        var hungUp = request.HttpContext.RequestAborted;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(hungUp, stopping);
        try
        {
            return await HandlerOf(address)(request, argument, either.Token);
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

    private AddressHandler HandlerOf(Address address) =>
        handlers.GetOrAdd(address, static (wanted, provider) => wanted.HandlerOn(provider), services);
}
