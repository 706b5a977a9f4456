using System.Text.Json;
using LeadFilter.Cli.Commands.Admin;

namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>Reads a running filter's log.</summary>
/// <param name="filter">The filter.</param>
/// <param name="view">The list to read.</param>
internal sealed class LogReader(AdminApi filter, LogView view)
{
    /// <summary>Reads one page.</summary>
    /// <param name="query">Which entries.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="after">Where the page begins; null for the newest.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<LogReading> ReadAsync(LogQuery query, int limit, string? after, CancellationToken cancellation)
    {
        var answer = await filter.GetAsync(view.Address, [query.Campaign.ToString()], $"?{query.Page(limit, after)}", cancellation);
        return answer.Body is not { } body ? LogReading.Failed(answer)
            : PageOf(body) is { } page ? LogReading.Of(page)
            : LogReading.Failed(filter.NoFilter);
    }

    /// <summary>The page; null for JSON of another form, or none: whatever listens there is not a filter.</summary>
    private LogPage? PageOf(byte[] body)
    {
        try
        {
            var root = JsonSerializer.Deserialize(body, LogJson.Default.JsonElement);
            if (root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty(view.Name, out var list)
                && list.ValueKind == JsonValueKind.Array
                && list.EnumerateArray().All(view.IsKnown))
            {
                return new([.. list.EnumerateArray()], root.TryGetProperty("next", out var next) ? next.GetString() : null);
            }
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return null;
        }

        return null;
    }
}
