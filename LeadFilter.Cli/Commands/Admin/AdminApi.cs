using System.Net;
using System.Text.Json;
using LeadFilter.Cli.Invocation;
using LeadFilter.Core.Campaigns;

namespace LeadFilter.Cli.Commands.Admin;

/// <summary>Asks a running filter what only the buyer's own people may know.</summary>
/// <param name="http">The connections.</param>
/// <param name="url">The filter's address.</param>
/// <param name="key">The admin key.</param>
internal sealed class AdminApi(HttpClient http, Uri url, AccessKey key)
{
    /// <summary>How answers are read: camel case, and everything there that a record needs.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>What to say where an answer is in no known form.</summary>
    public AdminAnswer NoFilter => AdminAnswer.Unreachable($"what answers at {url} does not answer like a filter");

    /// <summary>Asks.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="path">What stands behind the campaign in the address, with the query.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<AdminAnswer> GetAsync(CampaignId campaign, string path, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, FilterAddress.Of(url, campaign, path));
        request.Headers.Authorization = key.Header;
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            return response.StatusCode is HttpStatusCode.OK ? AdminAnswer.Of(body) : Refusal(response.StatusCode, body);
        }
        catch (HttpRequestException unreachable)
        {
            return AdminAnswer.Unreachable($"no filter answers at {url} ({unreachable.Message}); is it running (leadfilter serve), is --url right?");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return AdminAnswer.Unreachable($"no answer from {url} within {http.Timeout.TotalSeconds} s");
        }
    }

    private AdminAnswer Refusal(HttpStatusCode status, byte[] body)
    {
        var words = ProblemDetails.Read(body) ?? $"HTTP status {(int)status}";
        return status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                AdminAnswer.Refused($"the filter does not take this admin key ({words}); {AdminKey.Ways}"),
            HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
                AdminAnswer.Unreachable($"the filter at {url} cannot answer now: {words}"),
            _ => AdminAnswer.Refused(words),
        };
    }
}
