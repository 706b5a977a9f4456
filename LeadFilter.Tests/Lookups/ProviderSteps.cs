using System.Text;
using LeadFilter.Tests.Delivery;

namespace LeadFilter.Tests.Lookups;

/// <summary>What providers do.</summary>
internal static class ProviderSteps
{
    /// <summary>A mobile that is in use.</summary>
    public static readonly CrmStep Mobile = Json("""{"line":{"type":"mobile"},"active":true}""");

    /// <summary>A JSON answer without end.</summary>
    public static readonly CrmStep Endless = async (_, context, _) =>
    {
        context.Response.ContentType = "application/json";
        var block = new byte[64 * 1024];
        block.AsSpan().Fill((byte)' ');
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(block);
        }
    };

    public static CrmStep Json(string body, int status = 200) => Content("application/json", body, status);

    public static CrmStep Content(string? type, string body, int status = 200) => Bytes(type, Encoding.UTF8.GetBytes(body), status);

    public static CrmStep Bytes(string? type, byte[] body, int status = 200, string? encoding = null) => async (_, context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        context.Response.Headers.ContentEncoding = encoding;
        await context.Response.Body.WriteAsync(body);
    };

    /// <summary>Answers when it is told to.</summary>
    public static CrmStep When(Task told, CrmStep then) => async (provider, context, call) =>
    {
        await told.WaitAsync(context.RequestAborted);
        await then(provider, context, call);
    };
}
