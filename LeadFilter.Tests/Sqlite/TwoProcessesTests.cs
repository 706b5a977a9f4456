using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Tests.Folders;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Sqlite;

/// <summary>Two stores share nothing but the file, as two processes do.</summary>
[TestClass]
public sealed class TwoProcessesTests : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider time = new();
    private readonly SqliteStore serve;
    private readonly SqliteStore command;

    public TwoProcessesTests()
    {
        serve = SqliteStore.Open(folder.Path, time);
        command = SqliteStore.Open(folder.Path, time);
    }

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Cancellation => TestContext.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await command.DisposeAsync();
        await serve.DisposeAsync();
        folder.Dispose();
    }

    [TestMethod]
    public async Task Each_sees_the_rows_of_the_other()
    {
        await serve.Tables[TableNames.Claims].TryInsertAsync(new Row("p", "r").Set("Text", "one"), Cancellation);
        var read = await command.Tables[TableNames.Claims].FindAsync("p", "r", Cancellation);

        Assert.IsTrue(await command.Tables[TableNames.Claims].TryReplaceAsync(read!.Set("Text", "two"), Cancellation));

        Assert.AreEqual("two", (await serve.Tables[TableNames.Claims].FindAsync("p", "r", Cancellation))?.Text("Text"));
    }

    [TestMethod]
    public async Task Key_is_taken_by_one_of_both()
    {
        var inserts = Enumerable.Range(0, 200).SelectMany(number => new[] { serve, command }.Select(
            store => Task.Run(async () => await store.Tables[TableNames.Claims].TryInsertAsync(new Row("p", $"{number}"), Cancellation))));

        Assert.AreEqual(200, (await Task.WhenAll(inserts)).Count(inserted => inserted));
    }

    [TestMethod]
    public async Task Message_is_received_by_one_of_both()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(async number => await serve.Queue.SendAsync(Message($"{number}"), Cancellation)));

        var received = await Task.WhenAll(new[] { serve, command }.Select(store => Task.Run(async () =>
        {
            var ids = new List<string>();
            while (await store.Queue.TryReceiveAsync(QueueNames.Leads, 5, TimeSpan.FromSeconds(30)) is { Count: > 0 } some)
            {
                ids.AddRange(some.Select(each => each.Message.MessageId));
            }

            return ids;
        })));

        Assert.HasCount(100, received.SelectMany(ids => ids));
        Assert.HasCount(100, received.SelectMany(ids => ids).Distinct());
    }

    [TestMethod]
    public async Task Waiting_receiver_finds_what_the_other_sent_within_a_second()
    {
        var receiving = serve.Queue.ReceiveAsync(QueueNames.Leads, 1, TimeSpan.FromSeconds(30), Cancellation).AsTask();
        await command.Queue.SendAsync(Message("1"), Cancellation);
        Assert.IsFalse(receiving.IsCompleted);

        time.Advance(TimeSpan.FromSeconds(1));

        Assert.AreEqual("1", (await receiving)[0].Message.MessageId);
    }

    [TestMethod]
    public async Task Dead_letter_that_the_other_replays_is_received_within_a_second()
    {
        await serve.Queue.SendAsync(Message("1"), Cancellation);
        var refused = await serve.Queue.TryReceiveAsync(QueueNames.Leads, 1, TimeSpan.FromSeconds(30));
        await serve.Queue.DeadLetterAsync(refused[0], "crm_refused", "The CRM answered 400.", Cancellation);
        var receiving = serve.Queue.ReceiveAsync(QueueNames.Leads, 1, TimeSpan.FromSeconds(30), Cancellation).AsTask();

        Assert.IsTrue(await command.Queue.ReplayAsync(QueueNames.Leads, "1", Cancellation));
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.AreEqual("1", (await receiving)[0].Message.MessageId);
    }

    private static QueueMessage Message(string id) =>
        new() { Queue = QueueNames.Leads, MessageId = id, Subject = "lead", Body = "{}"u8.ToArray() };
}
