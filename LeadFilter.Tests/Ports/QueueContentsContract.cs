using System.Globalization;
using System.Text;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Ports;

/// <summary>What every adapter of <see cref="IQueueContents"/> must do.</summary>
public abstract class QueueContentsContract
{
    private const int Many = 250;

    public TestContext TestContext { get; set; } = null!;

    protected CancellationToken Cancellation => TestContext.CancellationToken;

    [TestMethod]
    public async Task Message_that_waits_is_read_with_its_body_and_deleted()
    {
        await using var opened = await OpenAsync();
        await SendAsync(opened, "1", opened.Now.AddHours(1));
        await SendAsync(opened, "2", opened.Now.AddHours(1));

        var read = await ReadAsync(opened, dead: false);
        var deleted = await opened.Contents.DeleteAsync([read.Single(message => message.Message.MessageId == "1")], Cancellation);

        Assert.AreEqual("1 body 1 solar Waiting; 2 body 2 solar Waiting", string.Join("; ", read.Select(Show)));
        Assert.AreEqual(1, deleted);
        Assert.AreEqual("2", IdsOf(await ReadAsync(opened, dead: false)));
    }

    [TestMethod]
    public async Task Message_that_was_deleted_never_comes()
    {
        await using var opened = await OpenAsync();
        await SendAsync(opened, "1", opened.Now.AddHours(1));
        await opened.Contents.DeleteAsync(await ReadAsync(opened, dead: false), Cancellation);

        await opened.PassAsync(TimeSpan.FromHours(2));

        Assert.IsEmpty(await opened.ReceiveAsync(QueueNames.Leads, 10));
    }

    [TestMethod]
    public async Task Message_in_hand_is_read_and_stays()
    {
        await using var opened = await OpenAsync();
        await SendAsync(opened, "1", null);
        var delivery = (await opened.ReceiveAsync(QueueNames.Leads, 1)).Single();

        var read = await ReadAsync(opened, dead: false);

        Assert.AreEqual("1 body 1 solar InHand", string.Join("; ", read.Select(Show)));
        Assert.AreEqual(0, await opened.Contents.DeleteAsync(read, Cancellation));
        Assert.IsTrue(await opened.CompleteAsync(delivery));
    }

    [TestMethod]
    public async Task Message_that_came_in_hand_after_it_was_read_stays()
    {
        await using var opened = await OpenAsync();
        await SendAsync(opened, "1", opened.Now.AddHours(1));
        var read = await ReadAsync(opened, dead: false);
        await opened.PassAsync(TimeSpan.FromHours(2));
        var delivery = (await opened.ReceiveAsync(QueueNames.Leads, 1)).Single();

        Assert.AreEqual(0, await opened.Contents.DeleteAsync(read, Cancellation));
        Assert.IsTrue(await opened.CompleteAsync(delivery));
    }

    [TestMethod]
    public async Task Dead_letters_are_read_oldest_first_and_deleted_one_by_one()
    {
        await using var opened = await OpenAsync();
        foreach (var id in (string[])["b", "c", "a"])
        {
            await BuryAsync(opened, id);
            await opened.PassAsync(TimeSpan.FromMinutes(1));
        }

        var read = await ReadAsync(opened, dead: true);

        Assert.AreEqual("b body b solar Dead; c body c solar Dead; a body a solar Dead", string.Join("; ", read.Select(Show)));
        Assert.IsLessThan(opened.Now, read[0].Since!.Value);
        Assert.AreEqual(1, await opened.Contents.DeleteAsync([read[1]], Cancellation));
        Assert.AreEqual(0, await opened.Contents.DeleteAsync([read[1]], Cancellation));
        Assert.AreEqual("b a", IdsOf(await ReadAsync(opened, dead: true)));
        Assert.AreEqual("", IdsOf(await ReadAsync(opened, dead: false)));
    }

    [TestMethod]
    public async Task Many_messages_are_read_each_once()
    {
        await using var opened = await OpenAsync();
        for (var number = 0; number < Many; number++)
        {
            await SendAsync(opened, number.ToString("D3", CultureInfo.InvariantCulture), opened.Now.AddHours(1));
        }

        Assert.AreEqual(
            string.Join(' ', Enumerable.Range(0, Many).Select(number => number.ToString("D3", CultureInfo.InvariantCulture))),
            IdsOf(await ReadAsync(opened, dead: false)));
    }

    [TestMethod]
    public async Task Messages_of_another_queue_are_not_read()
    {
        await using var opened = await OpenAsync();
        await SendAsync(opened, "1", opened.Now.AddHours(1));

        Assert.IsEmpty(await opened.Contents.ReadAsync(QueueNames.Records, dead: false, Cancellation).ToListAsync(Cancellation));
    }

    protected abstract Task<QueueUnderTest> OpenAsync();

    private static string Show(KeptMessage message) =>
        $"{message.Message.MessageId} {Encoding.UTF8.GetString(message.Message.Body.Span)} {message.Message.Properties["campaign"]} {message.State}";

    private static string IdsOf(IEnumerable<KeptMessage> messages) => string.Join(' ', messages.Select(message => message.Message.MessageId));

    private async Task<List<KeptMessage>> ReadAsync(QueueUnderTest opened, bool dead) =>
        await opened.Contents.ReadAsync(QueueNames.Leads, dead, Cancellation).ToListAsync(Cancellation);

    private async Task SendAsync(QueueUnderTest opened, string id, DateTimeOffset? notBefore) => await opened.Queue.SendAsync(
        new()
        {
            Queue = QueueNames.Leads,
            MessageId = id,
            Subject = "lead",
            Body = Encoding.UTF8.GetBytes($"body {id}"),
            NotBefore = notBefore,
            Properties = new Dictionary<string, string> { ["campaign"] = "solar" },
        },
        Cancellation);

    private async Task BuryAsync(QueueUnderTest opened, string id)
    {
        await SendAsync(opened, id, null);
        Assert.IsTrue(await opened.DeadLetterAsync((await opened.ReceiveAsync(QueueNames.Leads, 1)).Single(), "crm_refused", "The CRM answered 400."));
    }
}
