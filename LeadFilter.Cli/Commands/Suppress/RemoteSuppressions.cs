using System.Text.Json;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Cli.Importing;
using LeadFilter.Cli.Invocation;
using LeadFilter.Core.Suppression;
using LeadFilter.Http.Routing;
using LeadFilter.Pipeline.Batches;
using LeadFilter.Pipeline.Suppression;

namespace LeadFilter.Cli.Commands.Suppress;

/// <summary>The suppression lists of a filter, by its admin API. Values travel in bodies, never in addresses.</summary>
/// <param name="admin">The filter; disposed with this.</param>
internal sealed class RemoteSuppressions(AdminApi admin) : ISuppressionTarget
{
    /// <inheritdoc/>
    public async Task<SuppressionTally> AddAsync(SuppressionBatch batch, CancellationToken cancellation) =>
        TallyOf(batch, await SendAsync(HttpMethod.Post, batch, cancellation));

    /// <inheritdoc/>
    public async Task<SuppressionTally> RemoveAsync(SuppressionBatch batch, CancellationToken cancellation) =>
        TallyOf(batch, await SendAsync(HttpMethod.Delete, batch, cancellation));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SuppressionCount>> CountAsync(CancellationToken cancellation)
    {
        var answer = await admin.SendAsync<Lists>(HttpMethod.Get, FilterAddress.Of(admin.Url, Addresses.ListSuppressions), null, null, cancellation);
        return
        [
            .. answer.All.Select(static one => SuppressionListId.TryParse(one.List, out var list)
                ? new SuppressionCount(list, one.By
                    .Where(static pair => SuppressionKindName.TryParse(pair.Key, out _))
                    .ToDictionary(static pair => SuppressionKindName.TryParse(pair.Key, out var kind) ? kind : default, static pair => pair.Value))
                : null).OfType<SuppressionCount>(),
        ];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        admin.Dispose();
        return ValueTask.CompletedTask;
    }

    private static SuppressionTally TallyOf(SuppressionBatch batch, Changed answer) => new()
    {
        Added = answer.Added,
        Renewed = answer.Renewed,
        AlreadyThere = answer.AlreadyThere,
        Removed = answer.Removed,
        NotThere = answer.NotThere,
        Invalid = ImportProblems.AtLines(answer.Problems, answer.Invalid, [.. batch.Values.Select(static one => one.Line)]),
    };

    private Task<Changed> SendAsync(HttpMethod method, SuppressionBatch batch, CancellationToken cancellation)
    {
        var query = $"?by={SuppressionKindName.Of(batch.Kind)}"
            + (batch.Form == SuppressionForm.Plain ? "" : $"&hashed={SuppressionFormName.Of(batch.Form)}")
            + (batch.Expires is { } end ? $"&expires={end.AddDays(-1):yyyy-MM-dd}" : "");
        return admin.SendAsync<Changed>(
            method, FilterAddress.Of(admin.Url, Addresses.ChangeSuppressions, batch.List.ToString(), query), JsonSerializer.Serialize(batch.Values.Select(static one => one.Value)), "application/json", cancellation);
    }

    private sealed record Changed
    {
        public long Added { get; init; }

        public long Renewed { get; init; }

        public long AlreadyThere { get; init; }

        public long Removed { get; init; }

        public long NotThere { get; init; }

        public int Invalid { get; init; }

        public IReadOnlyList<InvalidValue> Problems { get; init; } = [];
    }

    private sealed record Lists
    {
        [System.Text.Json.Serialization.JsonPropertyName("lists")]
        public IReadOnlyList<OneList> All { get; init; } = [];
    }

    private sealed record OneList(string List, long Entries, IReadOnlyDictionary<string, long> By);
}
