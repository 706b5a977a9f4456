using System.Globalization;
using System.Text;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite;
using LeadFilter.Tests.Folders;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Faults;

/// <summary>
/// Messages of all sizes come and go in any order, and some stay: whatever SQLite moves between its pages on the way, nothing of
/// those that are gone may be left in the file.
/// </summary>
[TestClass]
[TestCategory("Faults")]
public sealed class DeletedMessagesTests
{
    private const int Turns = 150;
    private static readonly TimeSpan Forever = TimeSpan.FromDays(30);

    private readonly HashSet<string> living = [];
    private readonly HashSet<string> gone = [];
    private int last;

    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Cancellation => TestContext.CancellationToken;

    [TestMethod]
    public Task Nothing_of_a_message_that_was_completed_or_dropped_is_left_in_the_file_while_others_stay() =>
        ComeAndGoAsync(FaultSettings.Random(TestContext));

    /// <summary>With this seed, a copy of a message was left in a page from which SQLite had moved it.</summary>
    [TestMethod]
    public Task Nothing_is_left_in_a_page_from_which_a_message_was_moved() => ComeAndGoAsync(new(51970429));

    private static string MarkOf(string id) => $"<{id}@mark.example>";

    private async Task ComeAndGoAsync(Random random)
    {
        for (var round = 0; round < Math.Max(1, FaultSettings.Rounds / 5); round++)
        {
            using var folder = new TemporaryFolder();
            await using (var store = SqliteStore.Open(folder.Path, new FakeTimeProvider()))
            {
                for (var turn = 0; turn < Turns; turn++)
                {
                    await SendAsync(store, random, random.Next(turn % 50 < 25 ? 30 : 5));
                    await SettleAsync(store, random);
                }
            }

            AssertGone(await File.ReadAllBytesAsync(Path.Combine(folder.Path, "leadfilter.db"), Cancellation));
            living.Clear();
            gone.Clear();
        }
    }

    private async Task SendAsync(SqliteStore store, Random random, int count)
    {
        for (; count > 0; count--)
        {
            var id = (++last).ToString("D6", CultureInfo.InvariantCulture);
            var body = string.Concat(Enumerable.Repeat(MarkOf(id), random.Next(20, random.Next(10) == 0 ? 800 : 150)));
            await store.Queue.SendAsync(
                new() { Queue = QueueNames.Leads, MessageId = id, Subject = "lead", Body = Encoding.ASCII.GetBytes(body) }, Cancellation);
            living.Add(id);
        }
    }

    private async Task SettleAsync(SqliteStore store, Random random)
    {
        var received = await store.Queue.TryReceiveAsync(QueueNames.Leads, 1 + random.Next(40), Forever);
        foreach (var message in received.OrderBy(_ => random.Next()))
        {
            var id = message.Message.MessageId;
            switch (random.Next(10))
            {
                case < 6:
                    await store.Queue.CompleteAsync(message, Cancellation);
                    End(id);
                    break;
                case 6:
                    await store.Queue.DeadLetterAsync(message, "crm_refused", "The CRM answered with status 400.", Cancellation);
                    if (random.Next(2) == 0)
                    {
                        await store.Queue.DropAsync(QueueNames.Leads, id, Cancellation);
                        End(id);
                    }

                    break;
                case 7:
                    await store.Queue.AbandonAsync(message, Cancellation);
                    break;
            }
        }
    }

    private void End(string id)
    {
        living.Remove(id);
        gone.Add(id);
    }

    private void AssertGone(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        Assert.IsNotEmpty(gone);
        Assert.IsNotEmpty(living);
        Assert.IsEmpty(living.Where(id => !text.Contains(MarkOf(id), StringComparison.Ordinal)), "the search does not find what is there");
        Assert.IsEmpty(gone.Where(id => text.Contains($"{id}@mark.example", StringComparison.Ordinal)), "left in the file");
    }
}
