using System.Text.Json.Nodes;
using System.Xml;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Resends;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Infrastructure;

/// <summary>The queues in Azure and in the emulator are the ones that the code names, and keep what it relies on.</summary>
[TestClass]
public sealed class QueueTests
{
    private static readonly BicepFile Queues = BicepFile.Read("app/queues.bicep");

    [TestMethod]
    public void Every_queue_of_the_code_is_declared_in_Azure() =>
        CollectionAssert.AreEquivalent(QueueNames.All.ToList(), DeclaredVariables().Select(Variable).ToList());

    [TestMethod]
    public void The_settings_name_the_queues_that_the_code_names()
    {
        Assert.AreEqual(QueueNames.Leads, Variable("leadQueueName"));
        Assert.AreEqual(QueueNames.Records, Variable("recordQueueName"));
        Assert.AreEqual(QueueNames.Notices, Variable("noticeQueueName"));
    }

    [TestMethod]
    public void Every_queue_of_the_code_is_in_the_emulator()
    {
        var queues = EmulatorQueues().Select(queue => queue["Name"]!.GetValue<string>()).ToList();
        CollectionAssert.AreEquivalent(QueueNames.All.ToList(), queues);
    }

    [TestMethod]
    public void A_message_stays_locked_longer_than_a_delivery_may_take() =>
        Assert.IsGreaterThan(new DeliveryOptions().TotalTimeout, Duration(Queues.Value("lockDuration")));

    [TestMethod]
    public void A_lock_is_no_longer_than_Service_Bus_allows() =>
        Assert.IsLessThanOrEqualTo(TimeSpan.FromMinutes(5), Duration(Queues.Value("lockDuration")));

    [TestMethod]
    public void Duplicates_are_recognized_as_long_as_a_receipt_lives()
    {
        Assert.AreEqual("true", Queues.Value("requiresDuplicateDetection"));
        Assert.IsGreaterThanOrEqualTo(ResendWindow.Length, Duration(Queues.Value("duplicateDetectionHistoryTimeWindow")));
    }

    [TestMethod]
    public void A_message_lives_longer_than_it_is_tried() =>
        Assert.IsGreaterThan(RedeliverySchedule.Limit, Duration(Queues.Value("defaultMessageTimeToLive")));

    [TestMethod]
    public void An_expired_message_is_kept_as_a_dead_letter() => Assert.AreEqual("true", Queues.Value("deadLetteringOnMessageExpiration"));

    [TestMethod]
    public void A_message_that_is_never_settled_is_a_dead_letter_after_ten_deliveries() =>
        Assert.AreEqual("10", Queues.Value("maxDeliveryCount"));

    /// <summary>What the emulator's schema allows: life up to 1 h, duplicate detection and locks up to 5 min, 10 deliveries.</summary>
    [TestMethod]
    [DataRow("DefaultMessageTimeToLive", 60)]
    [DataRow("DuplicateDetectionHistoryTimeWindow", 5)]
    [DataRow("LockDuration", 5)]
    public void The_emulators_limits_are_kept(string property, int minutes)
    {
        foreach (var queue in EmulatorQueues())
        {
            Assert.IsLessThanOrEqualTo(TimeSpan.FromMinutes(minutes), Duration(queue["Properties"]![property]!.GetValue<string>()));
        }
    }

    [TestMethod]
    public void The_emulator_locks_dead_letters_and_counts_as_Azure_does()
    {
        foreach (var properties in EmulatorQueues().Select(queue => queue["Properties"]!))
        {
            Assert.AreEqual(Queues.Value("lockDuration"), properties["LockDuration"]!.GetValue<string>());
            Assert.AreEqual(10, properties["MaxDeliveryCount"]!.GetValue<int>());
            Assert.IsTrue(properties["RequiresDuplicateDetection"]!.GetValue<bool>());
            Assert.IsTrue(properties["DeadLetteringOnMessageExpiration"]!.GetValue<bool>());
            Assert.IsFalse(properties["RequiresSession"]!.GetValue<bool>());
        }
    }

    /// <summary>The variables in <c>for queueName in [one, other]</c>.</summary>
    private static string[] DeclaredVariables() =>
        Queues.Text.Split("for queueName in [")[1].Split(']')[0].Split(',', StringSplitOptions.TrimEntries);

    private static string Variable(string name) =>
        Queues.Text.Split('\n').Single(line => line.StartsWith($"var {name} = ", StringComparison.Ordinal)).Split('\'')[1];

    private static List<JsonNode> EmulatorQueues() =>
    [
        .. SampleFiles.ReadJson("infra", "local", "servicebus.json")["UserConfig"]!["Namespaces"]!.AsArray()
            .Single()!["Queues"]!.AsArray()
            .OfType<JsonNode>(),
    ];

    private static TimeSpan Duration(string iso8601) => XmlConvert.ToTimeSpan(iso8601);
}
