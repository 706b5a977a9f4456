namespace LeadFilter.Tests.Serving;

/// <summary>A filter that is told to stop finishes what it has in hand, and its next start finds everything again.</summary>
[TestClass]
public sealed class ShutdownTests
{
    [TestMethod]
    public async Task A_second_start_finds_all_data_again()
    {
        using var folders = new FilterFolders();
        IReadOnlyList<string> crm;
        IReadOnlyList<string> rejections;
        await using (var first = await ServeProcess.StartAsync(folders))
        {
            await first.Visitor.SendAllAsync(Enumerable.Range(0, 100).Select(number =>
                ("acme", number % 4 == 0 ? FilterVisitor.Nobody($"n{number}") : FilterVisitor.Person($"p{number}"))));
            await Eventually.HoldsAsync(async () => (await first.Visitor.CrmAsync()).Count == 75, "leads are not delivered");
            crm = [.. (await first.Visitor.CrmAsync()).Select(lead => lead.Key)];
            rejections = (await first.Visitor.RejectionsAsync()).Leads;
            Assert.AreEqual(0, await first.TerminateAsync(), first.Console);
            Assert.Contains("Stopped. The next start finds all data again.", first.Console, StringComparison.Ordinal);
        }

        await using var second = await ServeProcess.StartAsync(folders);
        Assert.HasCount(25, rejections);
        CollectionAssert.AreEqual(crm.ToList(), (await second.Visitor.CrmAsync()).Select(lead => lead.Key).ToList());
        CollectionAssert.AreEqual(rejections.ToList(), (await second.Visitor.RejectionsAsync()).Leads.ToList());
    }

    [TestMethod]
    public async Task A_delivery_in_hand_is_finished_before_it_stops()
    {
        var release = new TaskCompletionSource<Mood>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var crm = await MoodyCrm.StartAsync(release.Task);
        using var folders = new FilterFolders(crm.Address);
        await using var serve = await ServeProcess.StartAsync(folders);
        await serve.Visitor.SendAsync("acme", FilterVisitor.Person("ann"));
        await crm.CalledAsync();

        var stopping = serve.TerminateAsync();
        await Eventually.HoldsAsync(() => Task.FromResult(serve.Console.Contains("Finishing the work in progress", StringComparison.Ordinal)), "it does not stop");
        Assert.IsFalse(stopping.IsCompleted, "it stopped with a delivery in hand");
        release.SetResult(Mood.Take);

        Assert.AreEqual(0, await stopping, serve.Console);
        Assert.HasCount(1, crm.Taken);
        Assert.AreEqual(1, crm.Calls.Values.Single());
    }
}
