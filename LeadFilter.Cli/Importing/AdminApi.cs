using System.Net;
using System.Text;
using System.Text.Json;
using LeadFilter.Cli.Commands.Rejections;
using LeadFilter.Cli.Invocation;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Suppression;

namespace LeadFilter.Cli.Importing;

/// <summary>A filter's admin API.</summary>
/// <param name="http">The connections; disposed with this.</param>
/// <param name="url">The filter's address.</param>
/// <param name="key">The admin key.</param>
internal sealed class AdminApi(HttpClient http, Uri url, AccessKey key) : IDisposable
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web);

    /// <summary>Opens the API.</summary>
    /// <param name="surroundings">Where keys and connections come from.</param>
    /// <param name="url">The filter's address.</param>
    /// <param name="given">The key of the command line; null if none is given.</param>
    /// <param name="folder">The data folder, for its key.</param>
    /// <exception cref="RefusedException">There is no key.</exception>
    public static AdminApi Open(Surroundings surroundings, Uri url, string? given, string folder) =>
        AdminKey.Find(given, surroundings.Variable, folder) is { } key
            ? new(surroundings.Connect(url), url, key)
            : throw new RefusedException($"no admin key; {AdminKey.Ways}");

    /// <summary>The problems of a batch at the lines of the file that it is from.</summary>
    /// <param name="problems">The problems that were told, by their place in the batch, from 1.</param>
    /// <param name="count">How many there were.</param>
    /// <param name="lines">The lines of the batch.</param>
    public static IReadOnlyList<InvalidValue> AtLines(IReadOnlyList<InvalidValue> problems, int count, IReadOnlyList<long> lines) =>
    [
        .. problems.Where(one => one.Line >= 1 && one.Line <= lines.Count).Select(one => new InvalidValue(lines[(int)one.Line - 1], one.Why)),
        .. Enumerable.Repeat(new InvalidValue(lines[^1], "one of the lines before it, too"), Math.Max(0, count - problems.Count)),
    ];

    /// <summary>Sends a request.</summary>
    /// <typeparam name="T">What is answered.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="path">The address below <c>/api</c>.</param>
    /// <param name="content">The body; null for none.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RefusedException">The filter refuses.</exception>
    /// <exception cref="StoreUnavailableException">Nobody answers, or nobody who can.</exception>
    public async Task<T> SendAsync<T>(HttpMethod method, string path, string? content, string? contentType, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, FilterAddress.Of(url, path));
        request.Headers.Authorization = key.Header;
        request.Content = content is null ? null : new StringContent(content, Encoding.UTF8, contentType!);
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            if (response.StatusCode is HttpStatusCode.OK && JsonSerializer.Deserialize<T>(body, Reading) is { } answer)
            {
                return answer;
            }

            var words = ProblemDetails.Read(body) ?? $"HTTP status {(int)response.StatusCode}";
            throw response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                ? new RefusedException($"the filter does not take this admin key ({words}); {AdminKey.Ways}")
                : (int)response.StatusCode is >= 400 and < 500 and not 429 ? new RefusedException(words)
                : new StoreUnavailableException($"the filter at {url} cannot answer now: {words}");
        }
        catch (HttpRequestException unreachable)
        {
            throw new StoreUnavailableException($"no filter answers at {url} ({unreachable.Message}); is it running, is --url right?", unreachable);
        }
        catch (JsonException strange)
        {
            throw new StoreUnavailableException($"what answers at {url} does not answer like a filter", strange);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new StoreUnavailableException($"no answer from {url} within {http.Timeout.TotalSeconds} s", late);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();
}
