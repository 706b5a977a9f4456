using LeadFilter.Core.Campaigns;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Delivery;

[TestClass]
public sealed class DeliveryWatchTests
{
    private static readonly DeliveryResult Failed = DeliveryResult.Later("crm_error", "The CRM answered with status 500.");

    [TestMethod]
    public void Failing_deliveries_are_warned_of_once_an_hour_for_each_campaign()
    {
        using var logs = new CapturedLogs();
        var clock = new FakeTimeProvider();
        var watch = new DeliveryWatch(clock, logs.For<DeliveryWatch>());

        watch.Look(Id("solar"), Failed);
        watch.Look(Id("loans"), Failed);
        clock.Advance(TimeSpan.FromMinutes(59));
        watch.Look(Id("solar"), Failed);
        clock.Advance(TimeSpan.FromMinutes(1));
        watch.Look(Id("solar"), Failed);

        Assert.HasCount(3, logs.Lines);
        Assert.StartsWith(
            "4009 Warning Deliveries of campaign solar fail: crm_error, The CRM answered with status 500. Its leads wait",
            logs.Lines[0],
            StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_crm_that_was_not_called_is_not_warned_of()
    {
        using var logs = new CapturedLogs();

        new DeliveryWatch(new FakeTimeProvider(), logs.For<DeliveryWatch>()).Look(Id("solar"), DeliveryResult.NotTried("crm_paused", "Paused."));

        Assert.IsEmpty(logs.Lines);
    }

    [TestMethod]
    public async Task A_lead_that_waits_for_its_next_try_is_warned_of()
    {
        await using var scene = await DeliveryScene.StartAsync();
        scene.Crm.Then(CrmSteps.Answer(500));

        await scene.HandleAsync(LeadEnvelope.Wrap(DeliveryScene.NewLead()));

        Assert.HasCount(1, scene.Logs.Lines.Where(static line => line.StartsWith("4009 Warning", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task A_copy_says_why_it_is_needed_and_a_pause_does_not_hide_it()
    {
        await using var scene = await DeliveryScene.StartAsync(DeliveryScene.OneTry with { BreakAtCalls = 2 });
        scene.Crm.Then(CrmSteps.Answer(500));
        scene.Crm.Then(CrmSteps.Answer(500));
        QueueMessage Latest() => scene.Queue.Messages.MaxBy(AttemptMarks.AttemptOf)!;

        await scene.HandleAsync(LeadEnvelope.Wrap(DeliveryScene.NewLead()));
        await scene.HandleAsync(Latest());
        await scene.HandleAsync(Latest());

        Assert.HasCount(2, scene.Crm.Calls);
        Assert.AreEqual((4, "crm_error"), (AttemptMarks.AttemptOf(Latest()), AttemptMarks.ReasonOf(Latest())));
    }

    private static CampaignId Id(string text) => CampaignId.TryParse(text, out var id) ? id : throw new AssertFailedException(text);
}
