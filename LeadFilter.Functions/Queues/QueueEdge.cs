using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Functions.Queues;

/// <summary>
/// Catches what fails around a function behind a queue, before its first line: binding, converting, making its class. The
/// Functions host would give the message back at once, and use up its deliveries within seconds. So it stays locked, as after
/// a failure within the function, and comes again when its lock ends.
/// </summary>
/// <param name="logger">Where to say what went wrong.</param>
internal sealed partial class QueueEdge(ILogger<QueueEdge> logger) : IFunctionsWorkerMiddleware
{
    private const string TriggerType = "serviceBusTrigger";

    /// <inheritdoc/>
    /// <exception cref="OperationCanceledException">The host stops: the message is given back at once.</exception>
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception mistake) when (mistake is not OperationCanceledException && IsBehindQueue(context.FunctionDefinition))
        {
            NotBegun(logger, context.FunctionDefinition.Name, mistake.GetType(), mistake.StackTrace);
        }
    }

    private static bool IsBehindQueue(FunctionDefinition function) =>
        function.InputBindings.Values.Any(binding => binding.Type.Equals(TriggerType, StringComparison.OrdinalIgnoreCase));

    [LoggerMessage(
        EventId = 6206, Level = LogLevel.Error,
        Message = "{Function} could not begin with a message, which comes again: {Mistake}\n{Stack}")]
    private static partial void NotBegun(ILogger logger, string function, Type mistake, string? stack);
}
