using LeadFilter.Scale;

namespace LeadFilter.Tests.Scale;

/// <summary>The simulation keeps the laws that hold for any queue, and meets the limits where arithmetic says it must.</summary>
[TestClass]
public sealed class SimulationTests
{
    private static readonly Deployment Wide = new()
    {
        MessagingUnits = 4, WarmHttp = 40, WarmForward = 40, MaxOnDemand = 0, SweepSeconds = 0,
    };
    private static readonly Workload Steady = new() { Rate = 60, HasCap = false, Burst = 1 };

    [TestMethod]
    public void The_same_seed_gives_the_same_result()
    {
        var workload = new Workload { Rate = 40 };
        var first = ScaleReport.ToJson(3, [new Simulation(workload, new(), 3).Run(30)]);
        Assert.AreEqual(first, ScaleReport.ToJson(3, [new Simulation(workload, new(), 3).Run(30)]));
        Assert.AreNotEqual(first, ScaleReport.ToJson(3, [new Simulation(workload, new(), 4).Run(30)]));
    }

    [TestMethod]
    public void Every_lead_is_answered_once_and_every_bought_one_delivered_once()
    {
        var result = new Simulation(Steady with { Burst = 3 }, new(), 1).Run(120);
        Assert.AreEqual((result.Arrived, 0L), (result.Answers.Sum(), result.Unanswered));
        Assert.AreEqual(result.Answers[(int)Outcome.Bought], result.DeliveredInTheEnd);
    }

    [TestMethod]
    public void No_lead_is_lost_when_everything_is_throttled()
    {
        var result = new Simulation(new() { Rate = 2_500 }, new() { MaxOnDemand = 18 }, 1).Run(20, warmUp: 4);
        Assert.AreEqual(result.Arrived, result.Answers.Sum() + result.Unanswered);
        Assert.IsGreaterThan(0L, result.Errors);
        Assert.IsLessThanOrEqualTo(result.Answers[(int)Outcome.Bought], result.DeliveredInTheEnd);
    }

    [TestMethod]
    public void Always_ready_instances_come_on_top_of_those_on_demand()
    {
        var result = new Simulation(new() { Rate = 2_500 }, new() { WarmHttp = 2, MaxOnDemand = 3 }, 1).Run(20, warmUp: 4);
        Assert.AreEqual(5, result.HttpInstances);
    }

    [TestMethod]
    public void The_parts_of_the_workload_come_out_as_they_went_in()
    {
        var result = new Simulation(Steady, new(), 1).Run(300);
        Assert.AreEqual(Steady.Bought, (double)result.Answers[(int)Outcome.Bought] / result.Arrived, 0.01);
        Assert.AreEqual(Steady.Rate, result.ArrivedMeasured / result.Seconds, Steady.Rate * 0.03);
    }

    // As many answers are awaited, on average, as arrive in the time that one takes.
    [TestMethod]
    public void Littles_law_holds()
    {
        var result = new Simulation(Steady with { Burst = 3 }, new(), 1).Run(300);
        Assert.AreEqual(result.AnsweredMeasured / result.Seconds * result.MeanAnswer, result.MeanOpen, result.MeanOpen * 0.02);
    }

    [TestMethod]
    public void A_partition_lets_no_more_through_than_its_limit()
    {
        var workload = Steady with { Rate = 2_600, Vendors = 1, Bought = 0.05, Duplicates = 0 };
        var result = new Simulation(workload, new() { DecisionShards = 1 }, 1).Run(10, warmUp: 4);
        var decisions = result.Resources.Single(static one => one.Resource == "partition of decisions");
        // What was saved up before may pass on top: a second's worth in 10 s.
        Assert.IsInRange(0.8, 1.1, decisions.Load);
        Assert.IsGreaterThan(0L, decisions.Refused);
        Assert.IsGreaterThan(0L, result.LateRecords);
    }

    [TestMethod]
    public void The_first_limit_that_refuses_is_the_one_that_arithmetic_names()
    {
        Check("Service Bus", Steady, new() { WarmForward = 30, WarmHttp = 10 });
        Check("storage account", Steady, new() { MessagingUnits = 4, MaxOnDemand = 100, WarmForward = 40, WarmHttp = 20 });
        Check("partition of decisions", Steady with { Vendors = 1, Bought = 0.1 }, new() { MessagingUnits = 4, WarmForward = 20, WarmHttp = 20, DecisionShards = 1 });
    }

    [TestMethod]
    public void A_vendor_alone_may_send_more_than_a_partition_takes()
    {
        var workload = Steady with { Rate = 5_000, Vendors = 1, Bought = 0.05, Duplicates = 0 };
        var result = new Simulation(workload, Wide, 1).Run(10, warmUp: 4);
        Assert.AreEqual((0L, 0L), (result.Refused, result.LateRecords));
    }

    [TestMethod]
    public void Forty_instances_on_one_cap_are_not_in_each_others_way()
    {
        var result = new Simulation(new() { Rate = 1_500 }, Wide, 1).Run(20, warmUp: 4);
        Assert.AreEqual((0L, 0L, 0L), (result.CapCollisions, result.Refused, result.Errors));
    }

    // The cap is full after half of the time: instances share the last stretches, find none left, and look again now and then.
    [TestMethod]
    public void A_cap_is_filled_to_its_last_place_by_forty_instances_and_less_than_a_lead_in_100_is_answered_503()
    {
        var simulation = new Simulation(new() { Rate = 1_000, CapLimit = 10_000 }, Wide, 1);
        var result = simulation.Run(60, warmUp: 4);
        Assert.AreEqual(10_000, simulation.Cap.Taken);
        Assert.IsLessThan(result.Arrived / 100, result.Errors);
        Assert.IsLessThan(3_000L, result.CapCollisions);
    }

    [TestMethod]
    public void A_crm_that_takes_few_calls_at_once_makes_leads_wait_and_loses_none()
    {
        var narrow = new Simulation(Steady with { CrmPlaces = 4 }, new(), 1).Run(60);
        Assert.AreEqual((4, 0L, 0L), (narrow.MostCrmCalls, narrow.Errors, narrow.Unanswered));
        Assert.IsGreaterThan(10 * new Simulation(Steady, new(), 1).Run(60).Backlog, narrow.Backlog);
    }

    [TestMethod]
    public void A_batch_loses_nothing_and_needs_fewer_instances()
    {
        var workload = Steady with { Rate = 400, Burst = 3 };
        var single = new Simulation(workload, new() { MessagingUnits = 4 }, 1).Run(90);
        var batches = new Simulation(workload, new() { MessagingUnits = 4, DeliveryBatch = 10 }, 1).Run(90);
        Assert.AreEqual(batches.Answers[(int)Outcome.Bought], batches.DeliveredInTheEnd);
        Assert.IsLessThan(single.ForwardInstances, batches.ForwardInstances);
        Assert.IsLessThan(single.MostBacklog, batches.MostBacklog);
    }

    [TestMethod]
    public void Several_leads_in_a_call_make_fewer_calls_at_once()
    {
        var batches = Wide with { DeliveryBatch = 10, WarmForward = 1 };
        var single = new Simulation(Steady with { Rate = 400 }, batches, 1).Run(20);
        var together = new Simulation(Steady with { Rate = 400 }, batches with { LeadsInCall = 10 }, 1).Run(20);
        Assert.AreEqual(together.Answers[(int)Outcome.Bought], together.DeliveredInTheEnd);
        Assert.IsLessThan(single.MostCrmCalls, together.MostCrmCalls);
    }

    [TestMethod]
    public void No_lead_of_a_batch_is_lost_when_everything_is_throttled()
    {
        var deployment = new Deployment { MaxOnDemand = 18, DeliveryBatch = 10, LeadsInCall = 5 };
        var result = new Simulation(new() { Rate = 2_500, CrmPlaces = 20 }, deployment, 1).Run(20, warmUp: 4);
        Assert.AreEqual(result.Arrived, result.Answers.Sum() + result.Unanswered);
        Assert.IsGreaterThan(0L, result.Errors);
        Assert.IsInRange(1L, result.Answers[(int)Outcome.Bought], result.DeliveredInTheEnd);
    }

    // All pages of a partition follow each other where it has more than one.
    [TestMethod]
    public void A_sweep_is_as_fast_as_a_partition_lets_rows_be_read()
    {
        var sweeping = Wide with { SweepSeconds = 240 };
        var many = new Simulation(Steady with { Rate = 1_000 }, sweeping, 1).Run(60);
        Assert.IsLessThan(1.2 * AzureLimits.PartitionEntities, many.SweptPerSecond);
        var few = new Simulation(Steady with { Rate = 10 }, sweeping, 1).Run(60);
        Assert.IsGreaterThan(2 * AzureLimits.PartitionEntities, few.SweptPerSecond);
    }

    [TestMethod]
    public void A_sweep_takes_as_long_as_there_are_rows() =>
        Assert.AreEqual(100 * SweepPass.Days(new() { Rate = 10 }, new()), SweepPass.Days(new() { Rate = 1_000 }, new()), 1e-6);

    [TestMethod]
    public void An_instance_has_a_turn_for_each_lead_that_the_host_lets_in() =>
        Assert.AreEqual(new Deployment().HttpConcurrency, new Deployment().LeadsAtOnce);

    private static void Check(string expected, Workload workload, Deployment installed)
    {
        var deployment = installed with { SweepSeconds = 0 };
        var ceiling = Ceiling.Of(workload, deployment)[0];
        Assert.AreEqual(expected, ceiling.Resource);
        var below = new Simulation(workload with { Rate = ceiling.Rate * 0.85 }, deployment, 1).Run(6, warmUp: 4);
        Assert.AreEqual(0L, below.Refused, $"{expected}, at 85 % of {ceiling.Rate:0}");
        var above = new Simulation(workload with { Rate = ceiling.Rate * 1.3 }, deployment, 1).Run(6, warmUp: 4);
        Assert.AreEqual(expected, above.Bottleneck?.Resource, $"at 130 % of {ceiling.Rate:0}");
    }
}
