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
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<Address, AddressHandler> handlers = [];

    /// <summary>
    /// Answers a request. The answer is written here, for the worker would write it outside this edge: a client that hangs up
    /// meanwhile would make a failed call of it.
    /// </summary>
    /// <param name="address">To which address.</param>
    /// <param name="request">The request.</param>
    /// <param name="arguments">What stands in the places of the address's parameters, in their order.</param>
    /// <param name="stopping">The host stops.</param>
    /// <returns>What is left for the worker to write: nothing.</returns>
    public async Task<IResult> AnswerAsync(
        Address address, HttpRequest request, IReadOnlyList<string> arguments, CancellationToken stopping)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(request);
        var context = request.HttpContext;
        try
        {
            await WriteAsync(context, await HandleAsync(address, request, arguments, stopping));
        }
        catch (Exception gone) when (HasHungUp(context, gone))
        {
            // Nobody is there to read an answer.
        }

        return Results.Empty;
    }

    private static bool HasHungUp(HttpContext context, Exception failure) =>
        failure is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested;

    private async Task<IResult> HandleAsync(
        Address address, HttpRequest request, IReadOnlyList<string> arguments, CancellationToken stopping)
    {
        var context = request.HttpContext;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            return await HandlerOf(address)(request, arguments, either.Token);
        }
        catch (Exception failure) when (!HasHungUp(context, failure))
        {
            return failure is OperationCanceledException && stopping.IsCancellationRequested
                ? Problem.Unavailable(RetryAfter)
                : Unhandled.Answer(failure, logger);
        }
    }

    private async Task WriteAsync(HttpContext context, IResult answer)
    {
        try
        {
            await answer.ExecuteAsync(context);
        }
        catch (Exception mistake) when (!HasHungUp(context, mistake))
        {
            // A part of the answer may be out: breaking the connection is the only way left to say that it is not whole.
            Unhandled.Log(mistake, logger);
            context.Abort();
        }
    }

    private AddressHandler HandlerOf(Address address) =>
        handlers.GetOrAdd(address, static (wanted, provider) => wanted.HandlerOn(provider), services);
}
