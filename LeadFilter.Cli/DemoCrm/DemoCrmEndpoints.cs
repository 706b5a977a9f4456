using System.Buffers;
using System.Globalization;
using System.Net.Mime;
using System.Text;
using System.Text.Unicode;
using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace LeadFilter.Cli.DemoCrm;

/// <summary>The demo CRM's addresses.</summary>
/// <param name="store">Its leads.</param>
/// <param name="door">Keeps strangers out.</param>
internal sealed class DemoCrmEndpoints(DemoCrmStore store, DemoCrmDoor door)
{
    /// <summary>Where leads are posted and seen.</summary>
    public const string Path = "/demo/crm/leads";

    /// <summary>The most leads in one answer.</summary>
    public const int MaxLimit = 1_000;

    private const int DefaultLimit = 100;
    private const int MaxBody = 256 * 1024;
    private const int ListingsAtOnce = 2;

    // The store reads many rows at a time, so every listing that is being written has some in memory: few at once in a process.
    private static readonly SemaphoreSlim Listing = new(ListingsAtOnce);

    /// <summary>
    /// Maps <c>POST</c> and <c>GET /demo/crm/leads</c>, as plain delegates: what binds parameters by reflection takes a fifth of
    /// the start.
    /// </summary>
    /// <param name="endpoints">The host's endpoints.</param>
    public void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapPost(Path, context => AnswerAsync(context, TakeAsync));
        endpoints.MapGet(Path, context => AnswerAsync(context, ShowAsync));
    }

    private async Task AnswerAsync(HttpContext context, Func<HttpContext, Task<IResult>> handle)
    {
        if (!door.IsThere)
        {
            // As for any address that does not exist.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        IResult answer;
        try
        {
            answer = DemoCrmDoor.Admits(context.Request)
                ? await handle(context)
                : DemoCrmJson.Refuse(
                    StatusCodes.Status403Forbidden,
                    "The demo CRM answers only programs and pages of its own machine, at 127.0.0.1 or localhost.");
        }
        catch (StoreUnavailableException) when (!context.Response.HasStarted)
        {
            answer = DemoCrmJson.Refuse(
                StatusCodes.Status503ServiceUnavailable, "The demo CRM's store does not answer. Send the lead again.");
        }

        await answer.ExecuteAsync(context);
    }

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!LeadId.TryParse(request.Headers["Idempotency-Key"], out var key))
        {
            return DemoCrmJson.Refuse(
                StatusCodes.Status400BadRequest, "The header Idempotency-Key must hold the lead's id, 32 hex digits.");
        }

        if (await ReadAsync(request, context.RequestAborted) is not { } body)
        {
            return DemoCrmJson.Refuse(
                StatusCodes.Status400BadRequest, $"The body must be a JSON object in UTF-8 of at most {MaxBody} bytes.");
        }

        var isNew = await store.TryTakeAsync(key, body, context.RequestAborted);
        return DemoCrmJson.Of(isNew ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, json =>
        {
            json.WriteString("id"u8, $"demo-{key}");
            if (!isNew)
            {
                json.WriteString("error"u8, "A lead with this Idempotency-Key was taken before; nothing has changed.");
            }
        });
    }

    private async Task<IResult> ShowAsync(HttpContext context)
    {
        var request = context.Request;
        var limit = DefaultLimit;
        if (request.Query.TryGetValue("limit", out var asked)
            && !(int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= MaxLimit))
        {
            return DemoCrmJson.Refuse(StatusCodes.Status400BadRequest, $"limit must be 1 to {MaxLimit}.");
        }

        LeadId? after = null;
        if (request.Query.TryGetValue("after", out var place))
        {
            if (!LeadId.TryParse(place, out var last))
            {
                return DemoCrmJson.Refuse(
                    StatusCodes.Status400BadRequest, "after must be what 'next' said in the answer before: a lead's id.");
            }

            after = last;
        }

        var isPage = request.GetTypedHeaders().Accept.Any(
            type => type.MediaType.Equals(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase));
        await Listing.WaitAsync(context.RequestAborted);
        try
        {
            var count = await store.CountAsync(context.RequestAborted);
            var leads = store.ListAsync(after, context.RequestAborted);
            if (isPage)
            {
                return await DemoCrmPage.ReadAsync(leads, count, limit, context.RequestAborted);
            }

            await DemoCrmJson.WriteAsync(context.Response, leads, count, limit, context.RequestAborted);
            return Results.Empty;
        }
        finally
        {
            Listing.Release();
        }
    }

    /// <summary>The body, or null if it is too large or no JSON object.</summary>
    private static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(MaxBody + 1);
        try
        {
            var length = await request.Body.ReadAtLeastAsync(buffer, MaxBody + 1, throwOnEndOfStream: false, cancellation);
            var bytes = buffer.AsSpan(0, length);
            return length <= MaxBody && Utf8.IsValid(bytes) && Encoding.UTF8.GetString(bytes) is var body && LeadView.TryRead(body, out _)
                ? body
                : null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
