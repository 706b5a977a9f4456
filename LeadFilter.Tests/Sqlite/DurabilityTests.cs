using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Tests.Folders;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Sqlite;

[TestClass]
public sealed class DurabilityTests
{
    private readonly FakeTimeProvider time = new();

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Cancellation => TestContext.CancellationToken;

    [TestMethod]
    public async Task Rows_are_there_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        var row = new Row("p", "r").Set("Text", "one");
        await using (var first = SqliteStore.Open(folder.Path, time))
        {
            await first.Tables[TableNames.Claims].TryInsertAsync(row, Cancellation);
        }

        await using var second = SqliteStore.Open(folder.Path, time);

        Assert.AreEqual("one", (await second.Tables[TableNames.Claims].FindAsync("p", "r", Cancellation))?.Text("Text"));
        Assert.IsTrue(await second.Tables[TableNames.Claims].TryReplaceAsync(row.Set("Text", "two"), Cancellation));
    }

    [TestMethod]
    public async Task Etag_is_not_given_again_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        var gone = new Row("p", "r");
        await using (var first = SqliteStore.Open(folder.Path, time))
        {
            await first.Tables[TableNames.Claims].TryInsertAsync(gone, Cancellation);
            await first.Tables[TableNames.Claims].TryDeleteAsync(gone, Cancellation);
        }

        await using var second = SqliteStore.Open(folder.Path, time);
        await second.Tables[TableNames.Claims].TryInsertAsync(new Row("p", "r"), Cancellation);

        Assert.IsFalse(await second.Tables[TableNames.Claims].TryDeleteAsync(gone, Cancellation));
    }

    [TestMethod]
    public async Task Messages_and_known_ids_are_there_after_a_restart()
    {
        using var folder = new TemporaryFolder();
        await using (var first = SqliteStore.Open(folder.Path, time))
        {
            await first.Queue.SendAsync(Message("1"), Cancellation);
            await first.Queue.SendAsync(Message("2"), Cancellation);
            var done = await first.Queue.TryReceiveAsync(QueueNames.Leads, 1, TimeSpan.FromSeconds(30));
            await first.Queue.CompleteAsync(done[0], Cancellation);
        }

        await using var second = SqliteStore.Open(folder.Path, time);
        await second.Queue.SendAsync(Message("1"), Cancellation);

        var received = await second.Queue.TryReceiveAsync(QueueNames.Leads, 10, TimeSpan.FromSeconds(30));
        Assert.AreEqual("2", received.Single().Message.MessageId);
    }

    [TestMethod]
    public async Task Lock_holds_over_a_restart_and_can_be_settled()
    {
        using var folder = new TemporaryFolder();
        var first = SqliteStore.Open(folder.Path, time);
        await first.Queue.SendAsync(Message("1"), Cancellation);
        var received = await first.Queue.TryReceiveAsync(QueueNames.Leads, 1, TimeSpan.FromSeconds(30));
        await first.DisposeAsync();

        await using var second = SqliteStore.Open(folder.Path, time);

        Assert.IsEmpty(await second.Queue.TryReceiveAsync(QueueNames.Leads, 1, TimeSpan.FromSeconds(30)));
        Assert.IsTrue(await second.Queue.CompleteAsync(received[0], Cancellation));
    }

    [TestMethod]
    public async Task Closing_finishes_what_was_handed_over()
    {
        using var folder = new TemporaryFolder();
        var first = SqliteStore.Open(folder.Path, time);
        Task<bool>[] inserts;
        using (new FileLock(first.File))
        {
            inserts = [.. Enumerable.Range(0, 100).Select(
                number => first.Tables[TableNames.Claims].TryInsertAsync(new Row("p", $"{number}"), Cancellation).AsTask())];
        }

        await first.DisposeAsync();

        // The rows were told of before the store was closed; who waits for them may be called a moment later.
        Assert.IsTrue((await Task.WhenAll(inserts)).All(inserted => inserted));
    }

    [TestMethod]
    public async Task Closing_leaves_no_log_behind()
    {
        using var folder = new TemporaryFolder();
        var store = SqliteStore.Open(folder.Path, time);
        await store.Tables[TableNames.Claims].TryInsertAsync(new Row("p", "r"), Cancellation);
        await store.Tables[TableNames.Claims].FindAsync("p", "r", Cancellation);

        await store.DisposeAsync();

        Assert.AreEqual("leadfilter.db", string.Join(' ', Directory.GetFiles(folder.Path).Select(Path.GetFileName)));
    }

    [TestMethod]
    public async Task Closed_store_says_so()
    {
        using var folder = new TemporaryFolder();
        var store = SqliteStore.Open(folder.Path, time);
        await store.DisposeAsync();
        var table = store.Tables[TableNames.Claims];

        await Assert.ThrowsExactlyAsync<StoreUnavailableException>(async () => await table.TryInsertAsync(new Row("p", "r"), Cancellation));
        await Assert.ThrowsExactlyAsync<StoreUnavailableException>(async () => await table.FindAsync("p", "r", Cancellation));
        await Assert.ThrowsExactlyAsync<StoreUnavailableException>(async () => await store.Queue.SendAsync(Message("1"), Cancellation));
    }

    [TestMethod]
    public async Task Body_of_a_completed_message_is_not_in_the_file_any_more()
    {
        using var folder = new TemporaryFolder();
        var store = SqliteStore.Open(folder.Path, time);
        var body = "Zoe Example, +1 415 555 0100"u8.ToArray();
        for (var number = 0; number < 20; number++)
        {
            await store.Queue.SendAsync(Message($"{number}") with { Body = body }, Cancellation);
        }

        var inFile = await ContainsAsync(store, body);
        foreach (var received in await store.Queue.TryReceiveAsync(QueueNames.Leads, 20, TimeSpan.FromSeconds(30)))
        {
            await store.Queue.CompleteAsync(received, Cancellation);
        }

        Assert.IsTrue(inFile);
        await store.DisposeAsync();
        Assert.IsLessThan(0, (await File.ReadAllBytesAsync(store.File, Cancellation)).AsSpan().IndexOf(body));
    }

    private static QueueMessage Message(string id) =>
        new() { Queue = QueueNames.Leads, MessageId = id, Subject = "lead", Body = "{}"u8.ToArray() };

    private async Task<bool> ContainsAsync(SqliteStore store, byte[] bytes)
    {
        await using var log = new FileStream(store.File + "-wal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var content = new MemoryStream();
        await log.CopyToAsync(content, Cancellation);
        return content.ToArray().AsSpan().IndexOf(bytes) >= 0;
    }
}
