using LeadFilter.Core.Leads;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Tests.Folders;
using Microsoft.Data.Sqlite;

namespace LeadFilter.Tests.Sqlite;

/// <summary>Before version 3 of a data folder, deliveries stood in a table of another name, without the purchase.</summary>
[TestClass]
public sealed class OldDeliveriesTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private static readonly LeadId Lead = LeadId.Create(At, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public async Task Delivery_of_an_older_folder_is_found_in_the_ledger(int version)
    {
        using var folder = new TemporaryFolder();
        await MakeOldAsync(folder.Path, version);

        await using var store = SqliteStore.Open(folder.Path, TimeProvider.System);

        var entry = await new LeadLedger(store.Tables).FindAsync(Lead, TestContext.CancellationToken);
        Assert.AreEqual(new DeliveryRecord(Lead, At, At.AddSeconds(1), 2, 201, "crm-7"), entry?.Delivery);
        Assert.IsNull(entry?.Purchase);
    }

    private async Task MakeOldAsync(string folder, int version)
    {
        var key = Lead.ToString();
        string file;
        await using (var store = SqliteStore.Open(folder, TimeProvider.System))
        {
            file = store.File;
            await store.Tables[TableNames.Ledger].TryInsertAsync(
                new Row(key[^2..], key).Set("ReceivedAt", At).Set("DeliveredAt", At.AddSeconds(1)).Set("Milliseconds", 1_000L)
                    .Set("Attempts", 2L).Set("Status", 201L).Set("CrmId", "crm-7"),
                TestContext.CancellationToken);
        }

        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(TestContext.CancellationToken);
        foreach (var sql in new[] { "ALTER TABLE Ledger RENAME TO Deliveries", $"PRAGMA user_version = {version}" })
        {
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the constants above.
            command.CommandText = sql;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(TestContext.CancellationToken);
        }
    }
}
