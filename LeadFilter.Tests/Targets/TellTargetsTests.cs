using System.Text;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Delivery;

namespace LeadFilter.Tests.Targets;

[TestClass]
public sealed class TellTargetsTests
{
    [TestMethod]
    public async Task A_target_is_told_as_its_template_says_and_its_acknowledgement_is_kept()
    {
        await using var scene = await TargetScene.StartAsync();
        await scene.TellAsync();

        await scene.Notices.DrainAsync();

        var call = scene.Notices.Receiver.Calls.Single();
        Assert.AreEqual("""{"number":"+12025550143","why":"call,text"}""", Encoding.UTF8.GetString(call.Body));
        Assert.AreEqual(("Bearer k3y", "opt-out-o1-dialer"), (call.Header("Authorization"), call.Header("Idempotency-Key")));
        Assert.AreEqual("dialer 200 2026-11-22 12:00", await scene.AcknowledgementsAsync("o1"));
    }

    [TestMethod]
    public async Task What_has_arrived_is_not_sent_again()
    {
        await using var scene = await TargetScene.StartAsync();
        await scene.TellAsync();
        await scene.TellAsync();
        await scene.Notices.DrainAsync();
        await scene.TellAsync();

        await scene.Notices.DrainAsync();

        Assert.HasCount(1, scene.Notices.Receiver.Calls);
    }

    [TestMethod]
    public async Task A_target_that_needs_what_the_opt_out_lacks_is_not_told()
    {
        await using var scene = await TargetScene.StartAsync();

        await scene.Tell.SendAsync(new() { Id = "o2", ReceivedAt = TargetScene.Start, Channels = ["email"], Email = "ann@example.com" }, CancellationToken.None);

        Assert.IsEmpty(scene.Notices.Queue.Messages);
        Assert.AreEqual("dialer 0 2026-11-22 12:00", await scene.AcknowledgementsAsync("o2"));
    }

    [TestMethod]
    public async Task A_target_that_gets_hashes_has_nothing_else_in_the_queue()
    {
        await using var scene = await TargetScene.StartAsync("""
            "type": "webhook", "url": "https://m.example.com", "value": "sha256", "json": { "p": "{phone_sha256}" }
            """);

        await scene.TellAsync();

        Assert.DoesNotContain("2025550143", Encoding.UTF8.GetString(scene.Notices.Queue.Messages.Single().Body.Span), StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Changes_for_one_commit_are_those_that_are_made_one_by_one()
    {
        await using var scene = await TargetScene.StartAsync();

        var changes = scene.Tell.Sending(TargetScene.NewRequest());

        Assert.AreEqual("OptOutTargets notices", string.Join(' ', changes.Select(static change => change.Target)));
    }

    [TestMethod]
    public async Task What_is_open_is_told_on_days_two_five_and_eight_and_when_overdue_once_each()
    {
        await using var scene = await TargetScene.StartAsync();
        scene.Notices.Receiver.Then(Enumerable.Repeat(CrmSteps.Answer(503), 10_000));
        await scene.TellAsync();
        var told = new List<string>();
        for (var hour = 0; hour < 24 * 20; hour += 3)
        {
            var before = scene.Notices.Logs.Lines.Count;
            await scene.Sweep.RunAsync(CancellationToken.None);
            told.AddRange(scene.Notices.Logs.Lines.Skip(before).Where(static line => line.StartsWith('8')).Select(line => $"{line[..4]} {scene.Notices.Clock.GetUtcNow():MM-dd}"));
            scene.Notices.Clock.Advance(TimeSpan.FromHours(3));
        }

        // Sunday, November 22; Thanksgiving is on the 26th.
        Assert.AreEqual("8001 11-24, 8001 11-30, 8001 12-03, 8002 12-08", string.Join(", ", told));
    }

    [TestMethod]
    public async Task Nothing_is_told_of_what_has_arrived()
    {
        await using var scene = await TargetScene.StartAsync();
        await scene.TellAsync();
        await scene.Notices.DrainAsync();
        scene.Notices.Clock.Advance(TimeSpan.FromDays(30));

        Assert.AreEqual(0, await scene.Sweep.RunAsync(CancellationToken.None));
        Assert.IsEmpty(scene.Notices.Logs.Lines.Where(static line => line.StartsWith('8')));
        Assert.IsEmpty(scene.Notices.Tables[TableNames.OptOutTargets].Rows.Where(static row => row.PartitionKey == "~open"));
    }

    [TestMethod]
    public async Task While_the_file_has_never_loaded_nothing_is_dropped()
    {
        await using var scene = await TargetScene.StartAsync();
        await scene.TellAsync();
        scene.Notices.Targets = null;

        await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() => scene.Tell.SendAsync(TargetScene.NewRequest("o9"), CancellationToken.None));
        await scene.Notices.DrainAsync(TargetScene.Start.AddSeconds(1));

        Assert.AreEqual("receiver_unknown", scene.Notices.Queue.Messages.Single().Properties["reason"]);
    }
}
