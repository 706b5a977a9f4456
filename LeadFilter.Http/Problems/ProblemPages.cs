using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Http.Problems;

/// <summary>
/// For hosts with middleware: bare status codes (no such address, wrong method) and unhandled exceptions are answered as
/// problem details (see <see cref="Unhandled"/>).
/// </summary>
public static class ProblemPages
{
    /// <summary>Adds the pages around everything that is added after them.</summary>
    /// <param name="app">The application.</param>
    /// <returns>The application.</returns>
    public static IApplicationBuilder UseProblemPages(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ProblemPages));
        return app.Use(next => context => HandleAsync(next, context, log));
    }

    private static async Task HandleAsync(RequestDelegate next, HttpContext context, ILogger log)
    {
        var response = context.Response;
        try
        {
            await next(context);
            if (response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
            {
                await OfStatus(response).ExecuteAsync(context);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to read an answer.
            context.Abort();
        }
        catch (Exception exception) when (!response.HasStarted)
        {
            var problem = Unhandled.Answer(exception, log);
            response.Clear();
            await problem.ExecuteAsync(context);
        }
        catch (Exception exception)
        {
            // Half an answer is out: breaking the connection is the only way left to say that it is not whole.
            Unhandled.Log(exception, log);
            context.Abort();
        }
    }

    private static Problem OfStatus(HttpResponse response) => response.StatusCode == StatusCodes.Status405MethodNotAllowed
        ? Problem.MethodNotAllowed(response.Headers.Allow.ToString())
        : Problem.ForStatus(response.StatusCode);
}
