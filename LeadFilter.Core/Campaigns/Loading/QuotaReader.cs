using LeadFilter.Core.Capacity;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Files;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Reads how often a day a vendor may ask about persons, and send test leads.</summary>
internal sealed class QuotaReader(MistakeList mistakes)
{
    public const string QuestionsKey = "questionsPerDay";
    public const string TestsKey = "testsPerDay";

    private const int DefaultPerDay = 1_000;

    /// <summary>The quota of questions; null if the vendor has no right to ask.</summary>
    public Cap? ReadQuestions(FileNode contract, VendorId vendor, bool isPaused) =>
        Read(contract.Find(QuestionsKey), 0) is > 0 and var limit && !isPaused
            ? QuotaOf("questions", QuestionsKey, "No more questions are answered on this day", vendor, limit)
            : null;

    /// <summary>The quota of test leads.</summary>
    public Cap ReadTests(FileNode contract, VendorId vendor) =>
        QuotaOf("tests", TestsKey, "No more test leads are taken on this day", vendor, Read(contract.Find(TestsKey), 1));

    // No cap of the file can have the id: a colon is in no slug.
    private static Cap QuotaOf(string id, string key, string text, VendorId vendor, int limit) => new(when: null)
    {
        Id = $"contract:{id}",
        Vendor = vendor,
        Limit = CapLimit.OfLeads(limit),
        Per = CapPeriod.Day,
        Ground = new($"vendors.{vendor}.{key}", Category.Capacity, ReasonCode.CapReached, text, RuleMode.Enforced),
    };

    private int Read(FileNode? node, int least)
    {
        if (node.AsDecimal(least, CapLimit.MaxLeads, mistakes) is not { } number)
        {
            return DefaultPerDay;
        }

        if (number != decimal.Truncate(number))
        {
            mistakes.Add(node!, $"{number} is not a whole number", "Write how many a day, such as 500");
        }

        return (int)number;
    }
}
