using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Containers;

/// <summary>A registry on this machine with one image, from which the SDK can read a base image (OCI distribution specification).</summary>
internal sealed class StubRegistry : IAsyncDisposable
{
    private readonly WebApplication app;

    private StubRegistry(WebApplication app) => this.app = app;

    /// <summary>The name of the image in it, with host and port.</summary>
    public string Image => $"localhost:{new Uri(app.Urls.First()).Port}/base:1";

    public static async Task<StubRegistry> StartAsync(BaseImage image)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var registry = new StubRegistry(builder.Build());
        registry.app.Run(context => AnswerAsync(context, image));
        await registry.app.StartAsync();
        return registry;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, BaseImage image)
    {
        var path = context.Request.Path.Value ?? "";
        var last = path[(path.LastIndexOf('/') + 1)..];
        var isManifest = path.StartsWith("/v2/base/manifests/", StringComparison.Ordinal);
        if ((isManifest && last == "1" ? image.Manifest : image.Blobs.GetValueOrDefault(last)) is not { } blob)
        {
            context.Response.StatusCode = path == "/v2/" ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = isManifest ? "application/vnd.docker.distribution.manifest.v2+json" : "application/octet-stream";
        context.Response.ContentLength = blob.Length;
        context.Response.Headers["Docker-Content-Digest"] = BaseImage.Digest(blob);
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(blob);
        }
    }
}
