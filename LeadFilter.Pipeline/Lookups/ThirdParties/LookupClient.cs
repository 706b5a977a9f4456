using System.Net.Http.Headers;
using System.Text;
using LeadFilter.Core.Campaigns.Lookups;
using LeadFilter.Pipeline.Outgoing;
using Microsoft.Extensions.Configuration;

namespace LeadFilter.Pipeline.Lookups.ThirdParties;

/// <summary>Makes the call of one look-up.</summary>
/// <param name="handler">The connections; disposed of with the client.</param>
/// <param name="settings">Where secrets are found by their names.</param>
/// <param name="clock">The time.</param>
internal sealed class LookupClient(SocketsHttpHandler handler, IConfiguration settings, TimeProvider clock) : IDisposable
{
    private readonly HttpClient client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Calls.</summary>
    /// <param name="plan">The look-up.</param>
    /// <param name="asked">The request.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<LookupAnswer> CallAsync(LookupPlan plan, LookupRequest asked, CancellationToken cancellation)
    {
        using var request = NewRequest(plan.Request, asked);
        if (request is null)
        {
            return LookupAnswer.Failure(LookupResult.SecretMissing);
        }

        // The loader has seen to it; a lead must never choose who is asked.
        if (request.RequestUri!.GetLeftPart(UriPartial.Authority) != plan.Request.Authority)
        {
            return LookupAnswer.Failure(LookupResult.AddressRefused);
        }

        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return await AnswerReader.ReadAsync(plan, response, clock.GetUtcNow(), cancellation);
        }
        catch (HttpRequestException failure)
        {
            return LookupAnswer.Failure(failure switch
            {
                { InnerException: AddressRefusedException } => LookupResult.AddressRefused,
                { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => LookupResult.TooLarge,
                { HttpRequestError: HttpRequestError.InvalidResponse } => LookupResult.Unreadable,
                _ => LookupResult.Unreachable,
            });
        }
        catch (IOException)
        {
            return LookupAnswer.Failure(LookupResult.Unreachable);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return LookupAnswer.Failure(LookupResult.Timeout);
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>The request with its secrets; null if one cannot be had.</summary>
    private HttpRequestMessage? NewRequest(LookupRequestPlan plan, LookupRequest asked)
    {
        var address = new StringBuilder(asked.Address);
        foreach (var (name, _, secret) in plan.Query)
        {
            if (secret is null)
            {
                continue;
            }

            if (RevealedSecret.Of(secret, settings) is not { } value)
            {
                return null;
            }

            var mark = address.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?';
            address.Append(mark).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }

        var request = new HttpRequestMessage(new(plan.Method), new Uri(address.ToString()));
        request.Headers.Add("Accept", "application/json");
        request.Headers.Add("User-Agent", UserAgent.Text);
        foreach (var header in plan.Headers)
        {
            var value = header.Secret is null ? header.Value : RevealedSecret.Of(header.Secret, settings);
            if (value is null)
            {
                request.Dispose();
                return null;
            }

            request.Headers.Remove(header.Name);
            request.Headers.TryAddWithoutValidation(header.Name, value);
        }

        if (asked.Body is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(plan.ContentType!);
        }

        return request;
    }
}
