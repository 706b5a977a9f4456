using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using LeadFilter.Cli.Invocation;
using LeadFilter.Http.Routing;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Cli.Commands.Admin;

/// <summary>Asks a running filter what only the buyer's own people may know, and has it change it.</summary>
/// <param name="http">The connections; disposed with this.</param>
/// <param name="program">The words that start this program, for hints.</param>
/// <param name="url">The filter's address.</param>
/// <param name="key">The admin key.</param>
internal sealed class AdminApi(HttpClient http, string program, Uri url, AccessKey key) : IDisposable
{
    /// <summary>The filter's address.</summary>
    public Uri Url => url;

    /// <summary>What to say where an answer is in no known form.</summary>
    public AdminAnswer NoFilter => AdminAnswer.Unreachable($"what answers at {url} does not answer like a filter");

    /// <summary>Opens the API.</summary>
    /// <param name="surroundings">Where keys and connections come from.</param>
    /// <param name="url">The filter's address.</param>
    /// <param name="given">The key of the command line; null if none is given.</param>
    /// <param name="folder">The data folder, for its key.</param>
    /// <exception cref="RefusedException">There is no key.</exception>
    public static AdminApi Open(Surroundings surroundings, Uri url, string? given, string folder) =>
        AdminKey.Find(given, surroundings.Variable, folder) is { } key
            ? new(surroundings.Connect(url), surroundings.Program, url, key)
            : throw new RefusedException($"no admin key; {AdminKey.Ways}");

    /// <summary>Asks.</summary>
    /// <param name="address">The address.</param>
    /// <param name="arguments">What stands in the places of its parameters.</param>
    /// <param name="query">The query string with its question mark; empty for none.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<AdminAnswer> GetAsync(Address address, IReadOnlyList<string> arguments, string query, CancellationToken cancellation) =>
        AnswerAsync(new(HttpMethod.Get, FilterAddress.Of(url, address, arguments, query)), cancellation);

    /// <summary>Asks how the filter is; it says so even with status 503.</summary>
    /// <param name="address">The address.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<AdminAnswer> GetHealthAsync(Address address, CancellationToken cancellation) =>
        AnswerAsync(new(HttpMethod.Get, FilterAddress.Of(url, address, [])), cancellation, isHealth: true);

    /// <summary>Asks for a document.</summary>
    /// <typeparam name="T">What is answered.</typeparam>
    /// <param name="address">The address.</param>
    /// <param name="arguments">What stands in the places of its parameters.</param>
    /// <param name="query">The query string with its question mark; empty for none.</param>
    /// <param name="form">How the answer is read.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The document, and the answer in one line for those who want it as the filter gave it.</returns>
    /// <exception cref="RefusedException">The filter refuses.</exception>
    /// <exception cref="StoreUnavailableException">Nobody answers, or nobody who can.</exception>
    public async Task<(T Document, string Line)> ReadAsync<T>(
        Address address, IReadOnlyList<string> arguments, string query, JsonTypeInfo<T> form, CancellationToken cancellation)
    {
        var answer = await GetAsync(address, arguments, query, cancellation);
        return (Read(answer, form), JsonNode.Parse(answer.Body!)!.ToJsonString());
    }

    /// <summary>Sends a request.</summary>
    /// <typeparam name="T">What is answered.</typeparam>
    /// <param name="method">The method.</param>
    /// <param name="target">Where to: <see cref="FilterAddress"/> on <see cref="Url"/>.</param>
    /// <param name="content">The body; null for none.</param>
    /// <param name="contentType">Its media type.</param>
    /// <param name="form">How the answer is read.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="RefusedException">The filter refuses.</exception>
    /// <exception cref="StoreUnavailableException">Nobody answers, or nobody who can.</exception>
    public async Task<T> SendAsync<T>(
        HttpMethod method, Uri target, string? content, string? contentType, JsonTypeInfo<T> form, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(method, target)
        {
            Content = content is null ? null : new StringContent(content, Encoding.UTF8, contentType!),
        };
        return Read(await AnswerAsync(request, cancellation), form);
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<AdminAnswer> AnswerAsync(HttpRequestMessage request, CancellationToken cancellation, bool isHealth = false)
    {
        using (request)
        {
            request.Headers.Authorization = key.Header;
            try
            {
                using var response = await http.SendAsync(request, cancellation);
                var body = await response.Content.ReadAsByteArrayAsync(cancellation);
                return response.StatusCode is HttpStatusCode.OK
                    || (isHealth && response.Content.Headers.ContentType?.MediaType == "application/json")
                        ? AdminAnswer.Of(body)
                        : Refusal(response.StatusCode, body);
            }
            catch (HttpRequestException unreachable)
            {
                return AdminAnswer.Unreachable(
                    $"no filter answers at {url} ({unreachable.Message}); is it running ({program} serve), is --url right?");
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return AdminAnswer.Unreachable($"no answer from {url} within {http.Timeout.TotalSeconds} s");
            }
        }
    }

    private T Read<T>(AdminAnswer answer, JsonTypeInfo<T> form)
    {
        try
        {
            if (answer.Body is { } body && JsonSerializer.Deserialize(body, form) is { } read)
            {
                return read;
            }
        }
        catch (JsonException)
        {
            answer = NoFilter;
        }

        throw answer.ExitCode == ExitCode.WrongInput ? new RefusedException(answer.Problem) : new StoreUnavailableException(answer.Problem);
    }

    private AdminAnswer Refusal(HttpStatusCode status, byte[] body)
    {
        var words = ProblemDetails.Read(body) ?? $"HTTP status {(int)status}";
        return status switch
        {
            HttpStatusCode.Forbidden =>
                AdminAnswer.Refused($"the role of this admin key is not enough ({words}); use a key that may do this"),
            HttpStatusCode.Unauthorized =>
                AdminAnswer.Refused($"the filter does not take this admin key ({words}); {AdminKey.Ways}"),
            HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
                AdminAnswer.Unreachable($"the filter at {url} cannot answer now: {words}"),
            _ => AdminAnswer.Refused(words),
        };
    }
}
