using System.Globalization;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults;

/// <summary>
/// G2: killing the process at any point loses no lead that was answered with success. <c>LEADFILTER_TEST_ROUNDS</c> sets how
/// often it is killed, <c>LEADFILTER_TEST_SEED</c> when.
/// </summary>
[TestClass]
[TestCategory("Faults")]
public sealed class G2KilledProcessTests : IDisposable
{
    private const int MinAnswers = 20;
    private const int MaxAnswers = 400;

    private readonly FilterFolders folders = new();

    public TestContext TestContext { get; set; } = null!;

    public void Dispose() => folders.Dispose();

    [TestMethod]
    public async Task G2_What_was_answered_before_a_kill_is_true_after_it()
    {
        var seed = Setting("LEADFILTER_TEST_SEED", Environment.TickCount);
        TestContext.WriteLine($"LEADFILTER_TEST_SEED={seed}");
        var random = new Random(seed);
        var vendor = new VendorUnderFault();
        for (var round = 0; round < Setting("LEADFILTER_TEST_ROUNDS", 5); round++)
        {
            await using var serve = await ServeProcess.StartAsync(folders);
            await vendor.PostUntilKilledAsync(serve, round, random.Next(MinAnswers, MaxAnswers));
        }

        var (answered, unanswered) = (vendor.Answered.ToDictionary(), vendor.Unanswered);
        await using var last = await FilterUnderTest.StartAsync(folders);
        await last.DeliveredAsync();
        var crm = await last.Visitor.CrmAsync();
        await AssertTrueAsync(last, answered, crm);

        await vendor.ResendAsync(last.Visitor);
        await last.DeliveredAsync();
        await AssertTrueAsync(last, vendor.Answered, await last.Visitor.CrmAsync());
        var before = crm.ToDictionary(lead => lead.Email, lead => lead.Key);
        foreach (var name in unanswered.Where(name => before.ContainsKey(EmailOf(name))))
        {
            Assert.AreEqual(before[EmailOf(name)], vendor.Answered[name].Lead, $"{name} was delivered before its answer");
        }

        var bought = vendor.Answered.Values.Where(answer => answer.Outcome == "success").Select(answer => answer.Lead);
        CollectionAssert.AreEquivalent(bought.ToList(), (await last.Visitor.CrmAsync()).Select(lead => lead.Key).ToList());
        TestContext.WriteLine($"{answered.Count} answered before a kill, {unanswered.Count} not, {crm.Count} delivered");
    }

    [TestMethod]
    public async Task What_a_killed_process_had_in_hand_is_taken_up_at_once_by_the_next()
    {
        await using var crm = await MoodyCrm.StartAsync((_, _) => Mood.Hang);
        using var own = new FilterFolders(crm.Address);
        VendorAnswer answer;
        await using (var serve = await ServeProcess.StartAsync(own))
        {
            answer = await serve.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));
            await crm.CalledAsync();
            await serve.KillAsync();
        }

        crm.Behave((_, _) => Mood.Take);
        await using var next = await ServeProcess.StartAsync(own);
        await Eventually.HoldsAsync(() => Task.FromResult(crm.Taken.Count == 1), "the lead is not delivered");
        Assert.AreEqual(answer.Lead, crm.Taken.Single().Key);
    }

    /// <summary>Every success is in the CRM under its id, and no failure; every person there once; every failure in the log.</summary>
    private static async Task AssertTrueAsync(FilterUnderTest filter, IReadOnlyDictionary<string, VendorAnswer> answers, IReadOnlyList<CrmLead> crm)
    {
        Assert.HasCount(crm.Count, crm.Select(lead => lead.Email).Distinct(), "a person is in the CRM twice");
        var keys = crm.ToDictionary(lead => lead.Email, lead => lead.Key);
        var rejected = (await filter.DecisionsAsync()).Where(record => !record.IsAccepted).Select(record => record.Lead.ToString()).ToHashSet();
        foreach (var (name, answer) in answers.Where(answer => answer.Value.Outcome != "error"))
        {
            Assert.AreEqual(VendorUnderFault.IsNobody(name) ? "failure" : "success", answer.Outcome, $"{name}: {answer.Body}");
            Assert.AreEqual(answer.Outcome == "success" ? answer.Lead : null, keys.GetValueOrDefault(EmailOf(name)), $"{name} in the CRM");
            Assert.AreEqual(answer.Outcome == "failure", rejected.Contains(answer.Lead), $"{name} in the log of rejections");
        }
    }

    private static string EmailOf(string name) => $"{name}@example.com";

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var set) ? set : otherwise;
}
