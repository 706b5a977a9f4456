using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Tests.Folders;
using LeadFilter.Tests.Ports;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Sqlite;

/// <summary>A fresh data folder's tables.</summary>
internal sealed class SqliteTablesUnderTest : TablesUnderTest
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteStore store;

    public SqliteTablesUnderTest() => store = SqliteStore.Open(folder.Path, new FakeTimeProvider());

    public override ITables Tables => store.Tables;

    public override async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }
}
