using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults;

/// <summary>G3: of any number of leads with the same identity sent at once, exactly one is bought. Over HTTP, 64 connections.</summary>
[TestClass]
public sealed class G3OneBoughtTests : IAsyncDisposable
{
    private const int Count = 1_000;

    private readonly FilterFolders folders = new();
    private FilterUnderTest filter = null!;

    [TestInitialize]
    public async Task StartAsync() => filter = await FilterUnderTest.StartAsync(folders);

    public async ValueTask DisposeAsync()
    {
        await filter.DisposeAsync();
        folders.Dispose();
    }

    [TestMethod]
    public async Task G3_A_thousand_identical_leads_at_once_get_one_success_and_one_delivery()
    {
        var answers = await filter.Visitor.SendAllAsync(Enumerable.Repeat(("acme", FilterVisitor.Person("ann")), Count));

        var answer = answers.Select(each => (each.Status, each.Outcome, each.Lead, each.Price)).Distinct().Single();
        Assert.AreEqual((201, "success", 15m), (answer.Status, answer.Outcome, answer.Price));
        await AssertDeliveredAsync(answer.Lead);
    }

    [TestMethod]
    public async Task G3_Of_a_thousand_different_leads_of_one_person_at_once_one_is_bought_and_the_others_are_duplicates()
    {
        var answers = await filter.Visitor.SendAllAsync(Enumerable.Range(0, Count).Select(number => ("acme", Ann(number))));

        var bought = answers.Single(answer => answer.Outcome == "success");
        AssertDuplicates(Count - 1, answers);
        Assert.HasCount(Count, answers.Select(answer => answer.Lead).Distinct());
        await AssertDeliveredAsync(bought.Lead);
    }

    [TestMethod]
    public async Task G3_A_thousand_identical_leads_of_two_vendors_at_once_are_bought_from_one_of_them()
    {
        var answers = await filter.Visitor.SendAllAsync(Enumerable.Range(0, Count).Select(number => (Vendor(number), FilterVisitor.Person("ann"))));

        // The winner's other leads are resends of the one that was bought, the loser's are resends of one duplicate.
        Assert.HasCount(Count / 2, answers.Where(answer => answer.Outcome == "success"));
        var bought = answers.Where(answer => answer.Outcome == "success").Select(answer => answer.Lead).Distinct().Single();
        AssertDuplicates(Count / 2, answers);
        Assert.HasCount(2, answers.Select(answer => answer.Lead).Distinct());
        await AssertDeliveredAsync(bought);
    }

    [TestMethod]
    public async Task G3_Of_a_thousand_different_leads_of_one_person_from_two_vendors_at_once_one_is_bought()
    {
        var answers = await filter.Visitor.SendAllAsync(Enumerable.Range(0, Count).Select(number => (Vendor(number), Ann(number))));

        var bought = answers.Single(answer => answer.Outcome == "success");
        AssertDuplicates(Count - 1, answers);
        await AssertDeliveredAsync(bought.Lead);
    }

    [TestMethod]
    public async Task G3_Leads_with_one_phone_number_and_different_addresses_at_once_are_one_person()
    {
        var answers = await filter.Visitor.SendAllAsync(Enumerable.Range(0, 200).Select(number => ("acme", new Dictionary<string, string>
        {
            ["email"] = $"ann-{number}@example.com",
            ["phone_1"] = "415 738 2946",
            ["sub_id"] = $"{number}",
        })));

        var bought = answers.Single(answer => answer.Outcome == "success");
        AssertDuplicates(199, answers);
        await AssertDeliveredAsync(bought.Lead);
    }

    private static string Vendor(int number) => number % 2 == 0 ? "acme" : "bright";

    private static Dictionary<string, string> Ann(int number) => new(FilterVisitor.Person("ann")) { ["sub_id"] = $"{number}" };

    private static void AssertDuplicates(int expected, VendorAnswer[] answers) =>
        Assert.AreEqual(expected, answers.Count(answer => answer is { Status: 201, Outcome: "failure", Price: 0, Reasons: ["duplicate"] }));

    private async Task AssertDeliveredAsync(string lead)
    {
        await filter.DeliveredAsync();
        var delivered = await filter.Visitor.CrmAsync();
        Assert.AreEqual(lead, delivered.Single().Key);
    }
}
