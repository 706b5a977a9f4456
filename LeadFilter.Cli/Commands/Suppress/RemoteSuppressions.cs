using System.Text.Json;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Cli.Importing;
using LeadFilter.Cli.Invocation;
using LeadFilter.Core.Suppression;
using LeadFilter.Http.Routing;
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
        var target = FilterAddress.Of(admin.Url, Addresses.ListSuppressions, []);
        var answer = await admin.SendAsync(HttpMethod.Get, target, null, null, SuppressJson.Default.CountedLists, cancellation);
        return
        [
            .. answer.Lists.Select(static one => SuppressionListId.TryParse(one.List, out var list)
                ? new SuppressionCount(list, one.By
                    .Where(static pair => SuppressionKindName.TryParse(pair.Key, out _))
                    .ToDictionary(
                        static pair => SuppressionKindName.TryParse(pair.Key, out var kind) ? kind : default, static pair => pair.Value))
                : null).OfType<SuppressionCount>(),
        ];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        admin.Dispose();
        return ValueTask.CompletedTask;
    }

    private static SuppressionTally TallyOf(SuppressionBatch batch, ChangedList answer) => new()
    {
        Added = answer.Added,
        Renewed = answer.Renewed,
        AlreadyThere = answer.AlreadyThere,
        Removed = answer.Removed,
        NotThere = answer.NotThere,
        Invalid = ImportProblems.AtLines(answer.Problems, answer.Invalid, [.. batch.Values.Select(static one => one.Line)]),
    };

    private Task<ChangedList> SendAsync(HttpMethod method, SuppressionBatch batch, CancellationToken cancellation)
    {
        var query = $"?by={SuppressionKindName.Of(batch.Kind)}"
            + (batch.Form == SuppressionForm.Plain ? "" : $"&hashed={SuppressionFormName.Of(batch.Form)}")
            + (batch.Expires is { } end ? $"&expires={end.AddDays(-1):yyyy-MM-dd}" : "");
        var target = FilterAddress.Of(admin.Url, Addresses.ChangeSuppressions, [batch.List.ToString()], query);
        var values = JsonSerializer.Serialize(batch.Values.Select(static one => one.Value), SuppressJson.Default.IEnumerableString);
        return admin.SendAsync(method, target, values, "application/json", SuppressJson.Default.ChangedList, cancellation);
    }
}
