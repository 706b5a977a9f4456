using System.Collections.Concurrent;
using System.Diagnostics;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Telemetry;
using LeadFilter.Tests.Delivery;
using LeadFilter.Tests.Intake;

namespace LeadFilter.Tests.Telemetry;

[TestClass]
public sealed class LeadTelemetryTests
{
    [TestMethod]
    public async Task Every_answer_is_counted_by_campaign_vendor_outcome_and_reason()
    {
        var intake = new IntakeFixture();
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        await intake.SendAsync("bright", IntakeFixture.Person("ann"));
        CollectionAssert.AreEqual(
            new[]
            {
                "leadfilter.decisions 1 campaign=loans vendor=acme outcome=success reason=",
                "leadfilter.decisions 1 campaign=loans vendor=bright outcome=failure reason=duplicate",
            },
            intake.Meters.Of("leadfilter.decisions"));
    }

    [TestMethod]
    public async Task Answers_that_cannot_be_read_are_counted_by_vendor_and_field_without_their_values()
    {
        var intake = new IntakeFixture();
        await intake.SendAsync("acme", [.. IntakeFixture.Person("ann"), ("opt_in", "perhaps"), ("page_views", "many"), ("age", "")]);
        await intake.SendAsync("bright", IntakeFixture.Person("bob"));
        CollectionAssert.AreEquivalent(
            new[]
            {
                "leadfilter.unreadable 1 campaign=loans vendor=acme field=opt_in",
                "leadfilter.unreadable 1 campaign=loans vendor=acme field=page_views",
            },
            intake.Meters.Of("leadfilter.unreadable"));
    }

    [TestMethod]
    public async Task Questions_about_persons_are_counted_by_vendor_and_answer()
    {
        var intake = new IntakeFixture();
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        await intake.AskAsync("bright", "ann@example.com");
        await intake.AskAsync("acme", "ben@example.com");
        CollectionAssert.AreEqual(
            new[]
            {
                "leadfilter.questions 1 campaign=loans vendor=bright result=known",
                "leadfilter.questions 1 campaign=loans vendor=acme result=unknown",
            },
            intake.Meters.Of("leadfilter.questions"));
    }

    [TestMethod]
    public async Task Claims_are_counted_by_result()
    {
        var intake = new IntakeFixture();
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        await intake.SendAsync("bright", IntakeFixture.Person("ann"));
        CollectionAssert.AreEqual(
            new[] { "leadfilter.claims 1 result=taken", "leadfilter.claims 1 result=conflict" },
            intake.Meters.Of("leadfilter.claims"));
    }

    [TestMethod]
    public async Task The_message_of_a_bought_lead_carries_the_trace_of_its_submission()
    {
        using var traces = new Traces();
        var intake = new IntakeFixture();
        await intake.SendAsync("acme", IntakeFixture.Person("ann"));
        var parent = intake.Queue.Messages.Single().Properties[LeadTraces.ParentProperty];
        Assert.AreEqual(traces.Spans.Single(span => span.OperationName == "send lead").Id, parent);
    }

    [TestMethod]
    public void A_delivery_continues_the_trace_that_its_message_carries()
    {
        using var traces = new Traces();
        var submission = LeadTraces.Send(QueueNames.Leads)!;
        submission.Stop();
        using var delivery = LeadTraces.Deliver(submission.Id, QueueNames.Leads);
        Assert.AreEqual(submission.TraceId, delivery!.TraceId);
        Assert.AreEqual(submission.SpanId, delivery.ParentSpanId);
    }

    [TestMethod]
    public async Task Attempts_to_deliver_are_counted_by_result_and_the_wait_in_the_queue_is_measured()
    {
        await using var scene = await DeliveryScene.StartAsync(DeliveryScene.OneTry);
        scene.Clock.Advance(TimeSpan.FromSeconds(3));
        scene.Crm.Then(CrmSteps.Answer(500), CrmSteps.Answer(201));
        await scene.Queue.SendAsync(LeadEnvelope.Wrap(DeliveryScene.NewLead()), CancellationToken.None);
        await scene.DrainAsync();
        CollectionAssert.AreEqual(
            new[] { "leadfilter.deliveries 1 campaign=solar result=later reason=crm_error", "leadfilter.deliveries 1 campaign=solar result=done reason=" },
            scene.Meters.Of("leadfilter.deliveries"));
        CollectionAssert.AreEqual(new[] { "leadfilter.queue.age 3", "leadfilter.queue.age 0" }, scene.Meters.Of("leadfilter.queue.age"));
    }

    [TestMethod]
    public async Task G9_No_measurement_and_no_trace_holds_anything_of_the_person()
    {
        const string mark = "zzmarkzz";
        using var traces = new Traces();
        var intake = new IntakeFixture();
        await intake.SendAsync("acme", ("email", $"{mark}@example.com"), ("first_name", mark), ("source", $"{mark}@a"), ("comments", mark));
        await intake.SendAsync("bright", ("email", $"{mark}@example.com"), ("first_name", mark));
        await intake.SendAsync("acme", ("email", mark), ("sub_id", mark));
        await intake.TrySendAsync("acme", mark, ("email", $"{mark}2@example.com"));
        var told = traces.Spans.SelectMany(span => span.TagObjects.Select(tag => $"{span.DisplayName} {tag.Key}={tag.Value}")).Concat(intake.Meters.Measured).ToList();
        Assert.IsGreaterThan(10, told.Count);
        Assert.IsFalse(told.Exists(line => line.Contains(mark, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The spans below one of the test's own, so that tests beside it do not mix in.</summary>
    private sealed class Traces : IDisposable
    {
        private readonly ActivitySource own = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch).ToString());
        private readonly ActivityListener listener;
        private readonly Activity root;
        private readonly ConcurrentQueue<Activity> spans = new();

        public Traces()
        {
            listener = new()
            {
                ShouldListenTo = source => source == own || source.Name == LeadTraces.SourceName,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = spans.Enqueue,
            };
            ActivitySource.AddActivityListener(listener);
            root = own.StartActivity("test")!;
        }

        public IReadOnlyList<Activity> Spans => [.. spans.Where(span => span.TraceId == root.TraceId)];

        public void Dispose()
        {
            root.Dispose();
            listener.Dispose();
            own.Dispose();
        }
    }
}
