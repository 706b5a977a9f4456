using System.Text;
using LeadFilter.Pipeline.Notices;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Notices;

[TestClass]
public sealed class NoticeSenderTests
{
    [TestMethod]
    public async Task The_same_notice_sent_again_is_one()
    {
        await using var scene = await NoticeScene.StartAsync();
        await scene.SendAsync(NoticeScene.NewNotice());
        await scene.SendAsync(NoticeScene.NewNotice());

        Assert.HasCount(1, scene.Queue.Messages);
    }

    [TestMethod]
    [DataRow("bright")]
    [DataRow("nobody")]
    public async Task Whoever_has_nowhere_to_be_told_gets_no_notice(string vendor)
    {
        await using var scene = await NoticeScene.StartAsync();

        Assert.IsEmpty(scene.Sender.Sending(NoticeScene.NewNotice(vendor)));
        Assert.IsFalse(await scene.Sender.SendAsync(NoticeScene.NewNotice(vendor), CancellationToken.None));
        Assert.IsEmpty(scene.Queue.Messages);
    }

    [TestMethod]
    public async Task A_notice_goes_together_with_other_changes()
    {
        await using var scene = await NoticeScene.StartAsync();

        var change = scene.Sender.Sending(NoticeScene.NewNotice()).Single();

        Assert.AreEqual((QueueNames.Notices, "return-1-requested"), (change.Target, change.Message?.MessageId));
    }

    [TestMethod]
    [DataRow("", "return", "{}")]
    [DataRow("a/attempt-2", "return", "{}")]
    [DataRow("a b", "return", "{}")]
    [DataRow("a\r\nX: y", "return", "{}")]
    [DataRow("a", "", "{}")]
    [DataRow("a", "Return", "{}")]
    [DataRow("a", "return", "")]
    [DataRow("a", "return", "[]")]
    [DataRow("a", "return", "{")]
    [DataRow("a", "return", "{} {}")]
    public async Task A_notice_of_another_form_is_a_mistake_of_the_program(string id, string kind, string data)
    {
        await using var scene = await NoticeScene.StartAsync();
        var notice = NoticeScene.NewNotice() with { Id = id, Kind = kind, Data = Encoding.UTF8.GetBytes(data) };

        Assert.ThrowsExactly<ArgumentException>(() => scene.Sender.Sending(notice));
    }

    [TestMethod]
    public async Task Ids_may_have_a_hundred_characters_and_no_more()
    {
        await using var scene = await NoticeScene.StartAsync();

        Assert.HasCount(1, scene.Sender.Sending(NoticeScene.NewNotice(id: new('x', Notice.MaxIdLength))));
        Assert.ThrowsExactly<ArgumentException>(() => scene.Sender.Sending(NoticeScene.NewNotice(id: new('x', Notice.MaxIdLength + 1))));
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow(2)]
    [DataRow(-1)]
    public void A_message_gives_its_notice_again(int? hours)
    {
        var end = hours is null ? null : hours < 0 ? Notice.Never : (DateTimeOffset?)NoticeScene.Start.AddHours(hours.Value);
        var sent = NoticeScene.NewNotice() with { GiveUpAt = end };

        Assert.IsTrue(NoticeEnvelope.TryRead(NoticeEnvelope.Wrap(sent), out var read));
        Assert.AreEqual(sent with { Data = read.Data, GiveUpAt = end ?? NoticeScene.Start.AddHours(24) }, read);
        Assert.IsTrue(NoticeEnvelope.TryRead(NoticeEnvelope.Copy(read, 7, 3, NoticeScene.Start, "receiver_error"), out var copied));
        Assert.AreEqual(read, copied);
    }
}
