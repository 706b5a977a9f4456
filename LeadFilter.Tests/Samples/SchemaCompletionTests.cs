using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Leads.Facts;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Samples;

/// <summary>What editors offer while a campaign is written.</summary>
[TestClass]
public sealed class SchemaCompletionTests
{
    private static IEnumerable<string> Fields =>
    [
        .. StandardFields.All.SelectMany(one => one.Type.Parts.Select(part => $"{one.Name}.{part.Name}").Prepend(one.Name)),
        .. StandardFields.Shorthands.Keys,
        .. LeadFacts.All.Select(fact => fact.Name),
        .. ReceiptTime.Paths,
    ];

    // Where a field, part or fact has come: put the line of the message into campaign.schema.json.
    [TestMethod]
    public void Every_standard_field_part_and_fact_is_offered()
    {
        var expected = string.Join(", ", Fields.Select(name => $"\"{name}\""));
        Assert.AreEqual(expected, string.Join(", ", Offered("knownField").Select(name => $"\"{name}\"")), $"Write:\n{expected}");
    }

    [TestMethod]
    public void Every_time_zone_that_is_offered_is_one() =>
        Assert.AreEqual("", string.Join(' ', Offered("knownTimeZone").Where(name => !TimeZoneInfo.TryFindSystemTimeZoneById(name, out _))));

    [TestMethod]
    public void Days_of_the_week_are_offered() =>
        Assert.AreEqual("monday tuesday wednesday thursday friday saturday sunday", string.Join(' ', Offered("weekday")));

    private static IEnumerable<string> Offered(string definition) =>
        SampleFiles.ReadJson("campaigns", "campaign.schema.json")["definitions"]![definition]!["enum"]!.AsArray().Select(name => name!.GetValue<string>());
}
