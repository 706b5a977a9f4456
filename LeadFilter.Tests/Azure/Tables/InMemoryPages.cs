#nullable disable
using System.Runtime.CompilerServices;
using Azure;

namespace LeadFilter.Tests.Azure.Tables;

/// <summary>Pages that are read as the caller goes on. As Azure may, it sends an empty page between full ones.</summary>
/// <param name="read">Reads the entities of the page that begins after a row key; null for the first.</param>
/// <param name="keyOf">The row key of an entity.</param>
/// <param name="pageSize">How many entities a page holds.</param>
/// <param name="cancellation">The caller's.</param>
internal sealed class InMemoryPages<T>(Func<string, List<T>> read, Func<T, string> keyOf, int pageSize, CancellationToken cancellation)
    : AsyncPageable<T>(cancellation)
{
    public override IAsyncEnumerable<Page<T>> AsPages(string continuationToken = null, int? pageSizeHint = null) =>
        ReadAsync(continuationToken, CancellationToken);

    private async IAsyncEnumerable<Page<T>> ReadAsync(string after, [EnumeratorCancellation] CancellationToken stop)
    {
        while (true)
        {
            await Task.Yield();
            stop.ThrowIfCancellationRequested();
            var entities = read(after);
            if (entities.Count < pageSize)
            {
                yield return Page<T>.FromValues(entities, null, new FakeResponse(200));
                yield break;
            }

            after = keyOf(entities[^1]);
            yield return Page<T>.FromValues(entities, after, new FakeResponse(200));
            yield return Page<T>.FromValues([], after, new FakeResponse(200));
        }
    }
}
