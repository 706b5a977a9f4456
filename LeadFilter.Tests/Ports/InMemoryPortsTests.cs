using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Ports;

/// <summary>That the ports in memory fail as a test tells them, and behave as the real ones where tests rely on it.</summary>
[TestClass]
public sealed class InMemoryPortsTests
{
    private static readonly QueueMessage Message = new() { Queue = QueueNames.Leads, MessageId = "1", Subject = "lead", Body = default };

    [TestMethod]
    [DataRow(false, 0)]
    [DataRow(true, 1)]
    public async Task Write_that_fails_after_it_took_effect_is_kept(bool tookEffect, int rows)
    {
        var table = new FaultyTable("T", new(), call => call.TookEffect == tookEffect ? throw new StoreUnavailableException() : default);

        await Assert.ThrowsExactlyAsync<StoreUnavailableException>(
            () => table.TryInsertAsync(new Row("p", "r"), CancellationToken.None).AsTask());

        Assert.AreEqual(rows, table.Rows.Count);
    }

    [TestMethod]
    public async Task Row_is_replaced_and_deleted_only_as_it_was_read()
    {
        var table = new InMemoryTable();
        var row = new Row("p", "r").Set("n", 1L);
        Assert.IsTrue(await table.TryInsertAsync(row, CancellationToken.None));
        Assert.IsFalse(await table.TryInsertAsync(new Row("p", "r"), CancellationToken.None));
        var read = (await table.FindAsync("p", "r", CancellationToken.None))!;

        Assert.IsTrue(await table.TryReplaceAsync(row.Set("n", 2L), CancellationToken.None));
        Assert.IsFalse(await table.TryReplaceAsync(read.Set("n", 3L), CancellationToken.None));
        Assert.IsFalse(await table.TryDeleteAsync(read, CancellationToken.None));
        Assert.IsTrue(await table.TryDeleteAsync(row, CancellationToken.None));
        Assert.IsNull(await table.FindAsync("p", "r", CancellationToken.None));
    }

    [TestMethod]
    public async Task Query_gives_a_range_of_one_partition_in_ordinal_order()
    {
        var table = new InMemoryTable();
        for (var number = 0; number < 250; number++)
        {
            await table.TryInsertAsync(new Row("p", $"{(char)('A' + (number % 2 * 32))}{number:000}"), CancellationToken.None);
            await table.TryInsertAsync(new Row("q", $"A{number:000}"), CancellationToken.None);
        }

        var keys = new List<string>();
        await foreach (var row in table.QueryAsync("p", "A010", "a201", CancellationToken.None))
        {
            keys.Add(row.RowKey);
        }

        Assert.AreEqual((220, "A010", "a199"), (keys.Count, keys[0], keys[^1]));
        CollectionAssert.AreEqual(keys.Order(StringComparer.Ordinal).ToArray(), keys);
    }

    [TestMethod]
    public async Task Queue_swallows_an_id_for_24_hours()
    {
        var clock = new FakeTimeProvider();
        var queue = new InMemoryLeadQueue(clock);
        await queue.SendAsync(Message, CancellationToken.None);
        queue.Complete(queue.Receive(QueueNames.Leads, 1, Timeout.InfiniteTimeSpan)[0]);

        clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        await queue.SendAsync(Message, CancellationToken.None);
        Assert.AreEqual(0, queue.Messages.Count);

        clock.Advance(TimeSpan.FromTicks(1));
        await queue.SendAsync(Message, CancellationToken.None);
        Assert.AreEqual(1, queue.Messages.Count);
    }

    [TestMethod]
    public async Task Scheduled_message_is_received_when_its_time_has_come()
    {
        var clock = new FakeTimeProvider();
        var queue = new InMemoryLeadQueue(clock);
        await queue.SendAsync(Message with { NotBefore = clock.GetUtcNow().AddMinutes(1) }, CancellationToken.None);

        Assert.IsEmpty(queue.Receive(QueueNames.Leads, 1, Timeout.InfiniteTimeSpan));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.AreEqual("1", queue.Receive(QueueNames.Leads, 1, Timeout.InfiniteTimeSpan).Single().Message.MessageId);
    }
}
