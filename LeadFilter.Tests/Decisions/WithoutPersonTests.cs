using System.Reflection;
using LeadFilter.Pipeline.Decisions;

namespace LeadFilter.Tests.Decisions;

[TestClass]
public sealed class WithoutPersonTests
{
    private static readonly string[] Kept = ["Lead", "Campaign", "CampaignVersion", "Vendor", "ReceivedAt", "IsTest", "IsAccepted", "Price", "Route"];
    private static readonly string[] Erased = ["Source", "UpdateOf", "Score", "Unreadable", "Findings"];

    /// <summary>Whoever adds a property decides in <see cref="DecisionRecord.WithoutPerson"/> whether it is about the person.</summary>
    [TestMethod]
    public void Every_property_of_a_record_is_kept_or_erased_when_its_person_is_erased() => CollectionAssert.AreEquivalent(
        Kept.Concat(Erased).ToArray(),
        typeof(DecisionRecord).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite).Select(property => property.Name).ToArray());
}
