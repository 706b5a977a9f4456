using Microsoft.AspNetCore.Http;

namespace LeadFilter.Tests.Delivery;

/// <summary>What CRMs do.</summary>
internal static class CrmSteps
{
    /// <summary>Takes the lead, as a good CRM does.</summary>
    public static readonly CrmStep Take = (crm, context, call) =>
    {
        context.Response.StatusCode = crm.Take(call) ? 200 : 409;
        return context.Response.WriteAsync($$"""{"id":"crm-{{call.Header("Idempotency-Key")[^4..]}}"}""");
    };

    /// <summary>Never answers.</summary>
    public static readonly CrmStep Hang = (_, context, _) => UntilAbortedAsync(context);

    /// <summary>Breaks the connection before the answer.</summary>
    public static readonly CrmStep Reset = (_, context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>Breaks the connection in the middle of the answer.</summary>
    public static readonly CrmStep ResetMidway = async (_, context, _) =>
    {
        context.Response.ContentLength = 1_000;
        await context.Response.WriteAsync("""{"id":"crm""");
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    /// <summary>Takes the lead, then breaks the connection.</summary>
    public static readonly CrmStep TakeThenReset = (crm, context, call) =>
    {
        crm.Take(call);
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>Begins an answer of success and never ends it.</summary>
    public static readonly CrmStep Drip = async (_, context, _) =>
    {
        await context.Response.WriteAsync("""{"id":""");
        await context.Response.Body.FlushAsync();
        await UntilAbortedAsync(context);
    };

    /// <summary>Answers success with a body without end.</summary>
    public static readonly CrmStep Huge = async (crm, context, call) =>
    {
        crm.Take(call);
        var block = new byte[64 * 1024];
        block.AsSpan().Fill((byte)' ');
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(block);
        }
    };

    /// <summary>Answers success with more headers than anybody reads.</summary>
    public static readonly CrmStep HugeHead = (_, context, _) =>
    {
        context.Response.Headers["X-Long"] = new string('x', 30_000);
        return Task.CompletedTask;
    };

    /// <summary>Answers with a status and a body.</summary>
    public static CrmStep Answer(int status, string body = "") => async (_, context, _) =>
    {
        context.Response.StatusCode = status;
        if (body.Length > 0)
        {
            await context.Response.WriteAsync(body);
        }
    };

    /// <summary>Answers with a status and a header.</summary>
    public static CrmStep AnswerWith(int status, string header, string value) => (_, context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers[header] = value;
        return Task.CompletedTask;
    };

    /// <summary>Takes the lead, and answers as if it had not.</summary>
    public static CrmStep TakeThenAnswer(int status) => (crm, context, call) =>
    {
        crm.Take(call);
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private static async Task UntilAbortedAsync(HttpContext context)
    {
        var aborted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = context.RequestAborted.Register(aborted.SetResult);
        await aborted.Task;
    }
}
