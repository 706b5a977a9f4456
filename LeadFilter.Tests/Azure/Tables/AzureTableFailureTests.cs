using Azure;
using Azure.Identity;
using LeadFilter.Functions.Tables;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Azure.Tables;

[TestClass]
public sealed class AzureTableFailureTests
{
    private const string Marked = "marked-value";

    private readonly InMemoryTableClient client = new();
    private readonly AzureTable table;

    public AzureTableFailureTests() => table = new("Claims", client);

    public TestContext TestContext { get; set; } = null!;

    private static IEnumerable<(Exception, string)> Failures =>
    [
        (new RequestFailedException(503, Marked, "ServerBusy", null), "Table Claims answered 503 (ServerBusy)."),
        (new RequestFailedException(403, Marked, "AuthorizationPermissionMismatch", null), "Table Claims answered 403 (AuthorizationPermissionMismatch)."),
        (new RequestFailedException(404, Marked, "TableNotFound", null), "Table Claims answered 404 (TableNotFound)."),
        (new RequestFailedException(409, Marked, "TableBeingDeleted", null), "Table Claims answered 409 (TableBeingDeleted)."),
        (new RequestFailedException(500, Marked), "Table Claims answered 500 (no code)."),
        (new RequestFailedException(Marked), "Table Claims did not answer (RequestFailedException)."),
        (new AggregateException(Marked), "Table Claims did not answer (AggregateException)."),
        (new TaskCanceledException(Marked), "Table Claims did not answer (TaskCanceledException)."),
        (new AuthenticationFailedException(Marked), "Table Claims did not answer (AuthenticationFailedException)."),
    ];

    [TestMethod]
    [DynamicData(nameof(Failures))]
    public async Task Failure_is_told_with_its_status_and_without_its_content(Exception failure, string message)
    {
        client.Fault = () => failure;
        var row = new Row("p", "r") { ETag = "W/\"1\"" };
        var cancellation = TestContext.CancellationToken;
        Func<Task>[] calls =
        [
            async () => await table.TryInsertAsync(row, cancellation),
            async () => await table.FindAsync("p", "r", cancellation),
            async () => await table.TryReplaceAsync(row, cancellation),
            async () => await table.TryDeleteAsync(row, cancellation),
            async () => await table.QueryAsync("p", "", null, cancellation).ToListAsync(cancellation),
        ];
        foreach (var call in calls)
        {
            var told = await Assert.ThrowsExactlyAsync<StoreUnavailableException>(call);
            Assert.AreEqual(message, told.Message);
            Assert.DoesNotContain(Marked, told.ToString(), StringComparison.Ordinal);
        }
    }

    [TestMethod]
    public async Task Caller_that_gives_up_is_told_so()
    {
        using var giveUp = new CancellationTokenSource();
        await giveUp.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await table.FindAsync("p", "r", giveUp.Token));
    }

    [TestMethod]
    public async Task Mistake_of_ours_is_no_failure_of_the_store()
    {
        client.Fault = () => new InvalidOperationException();
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(async () => await table.FindAsync("p", "r", TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task Row_that_was_never_read_cannot_be_replaced() =>
        await Assert.ThrowsExactlyAsync<ArgumentException>(async () => await table.TryReplaceAsync(new Row("p", "r"), TestContext.CancellationToken));

    [TestMethod]
    public async Task Row_that_is_gone_cannot_be_deleted_again()
    {
        var row = new Row("p", "r");
        await table.TryInsertAsync(row, TestContext.CancellationToken);
        await table.TryDeleteAsync(row, TestContext.CancellationToken);

        Assert.IsFalse(await table.TryDeleteAsync(row, TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task Query_reads_a_page_only_when_it_is_needed()
    {
        for (var number = 0; number < 250; number++)
        {
            await table.TryInsertAsync(new Row("p", $"{number:d4}"), TestContext.CancellationToken);
        }

        await using var rows = table.QueryAsync("p", "", null, TestContext.CancellationToken).GetAsyncEnumerator(TestContext.CancellationToken);
        await rows.MoveNextAsync();

        Assert.AreEqual(1, client.PagesRead);
    }

    [TestMethod]
    public void Table_of_another_name_is_refused() =>
        Assert.ThrowsExactly<ArgumentException>(() => new AzureTables(new InMemoryTableService())["Others"]);
}
