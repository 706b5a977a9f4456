using System.Text.Json;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Http.Routing;

namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>Reads a running filter's rejection log.</summary>
/// <param name="filter">The filter.</param>
internal sealed class LogReader(AdminApi filter)
{
    /// <summary>Reads one page.</summary>
    /// <param name="query">Which rejections.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="after">Where the page begins; null for the newest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<LogReading> ReadAsync(LogQuery query, int limit, string? after, CancellationToken cancellation)
    {
        var answer = await filter.GetAsync(
            Addresses.ListRejections, query.Campaign.ToString(), $"?{query.Page(limit, after)}", cancellation);
        return answer.Body is { } body ? PageOf(body) : LogReading.Failed(answer);
    }

    /// <summary>Reads one rejection of a page.</summary>
    /// <param name="json">As the filter wrote it.</param>
    /// <returns>Null if it is not in the known form.</returns>
    public static Rejection? Read(JsonElement json)
    {
        try
        {
            return json.Deserialize(LogJson.Default.Rejection);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private LogReading PageOf(byte[] body)
    {
        try
        {
            if (JsonSerializer.Deserialize(body, LogJson.Default.LogPage) is { } page
                && page.Rejections.All(one => Read(one) is not null))
            {
                return LogReading.Of(page);
            }
        }
        catch (JsonException)
        {
            // The same answer as for JSON of another form: whatever listens there is not a filter.
        }

        return LogReading.Failed(filter.NoFilter);
    }
}
