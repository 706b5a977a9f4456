using LeadFilter.Tests.Delivery;

namespace LeadFilter.Tests.Lookups;

/// <summary>Answers are kept for a while, so that resends and repeated leads do not pay twice.</summary>
[TestClass]
public sealed class LookupMemoryTests
{
    [TestMethod]
    public async Task The_same_question_is_asked_once_within_its_time()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Mobile, ProviderSteps.Json("""{"active":false}"""));
        var first = await scene.AskAsync(scene.PhoneLookup(""", "cacheMinutes": 10"""));
        scene.Clock.Advance(TimeSpan.FromMinutes(9.9));
        Assert.AreEqual(first, await scene.AskAsync(scene.PhoneLookup(""", "cacheMinutes": 10"""), "+1 (602) 234-9876"));
        scene.Clock.Advance(TimeSpan.FromMinutes(0.2));
        Assert.AreEqual("phone.active=false, phone.failed=false", await scene.AskAsync(scene.PhoneLookup(""", "cacheMinutes": 10""")));
        Assert.AreEqual("phone answered|phone cached|phone answered", string.Join('|', scene.Results));
    }

    [TestMethod]
    public async Task That_nothing_is_known_is_an_answer_too()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Json("{}", 404));
        var lookup = scene.PhoneLookup(facts: """{ "gone": { "status": [404] } }""");
        await scene.AskAsync(lookup);
        Assert.AreEqual("phone.gone=true, phone.failed=false", await scene.AskAsync(lookup));
        Assert.HasCount(1, scene.Provider.Calls);
    }

    [TestMethod]
    public async Task A_failure_is_not_kept()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(CrmSteps.Answer(500), ProviderSteps.Mobile);
        await scene.AskAsync(scene.PhoneLookup());
        Assert.AreEqual("phone.line_type=mobile, phone.active=true, phone.failed=false", await scene.AskAsync(scene.PhoneLookup()));
    }

    [TestMethod]
    public async Task Without_time_nothing_is_kept()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Mobile, ProviderSteps.Mobile);
        await scene.AskAsync(scene.PhoneLookup(""", "cacheMinutes": 0"""));
        await scene.AskAsync(scene.PhoneLookup(""", "cacheMinutes": 0"""));
        Assert.HasCount(2, scene.Provider.Calls);
    }

    [TestMethod]
    public async Task Who_asks_the_same_at_the_same_time_shares_the_call()
    {
        await using var scene = await LookupScene.StartAsync();
        var told = new TaskCompletionSource();
        scene.Provider.Then(ProviderSteps.When(told.Task, ProviderSteps.Mobile));
        var campaign = LookupScene.Load(scene.PhoneLookup());
        var all = Enumerable.Range(0, 20).Select(_ => scene.AskAsync(campaign, ("phone_1", "602 234 9876"))).ToList();
        await scene.Provider.CallAsync();
        told.SetResult();
        foreach (var found in await Task.WhenAll(all))
        {
            Assert.AreEqual("phone.line_type=mobile, phone.active=true, phone.failed=false", found);
        }

        Assert.HasCount(1, scene.Provider.Calls);
    }

    [TestMethod]
    public async Task A_changed_look_up_asks_anew()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Mobile, ProviderSteps.Mobile);
        await scene.AskAsync(scene.PhoneLookup());
        Assert.AreEqual("phone.kind=mobile, phone.failed=false", await scene.AskAsync(scene.PhoneLookup(facts: """{ "kind": "$.line.type" }""")));
    }

    [TestMethod]
    public async Task Seconds_go_on_while_an_answer_is_kept()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(ProviderSteps.Json("""{"age":30.5}"""));
        var lookup = scene.PhoneLookup(facts: """{ "age": { "path": "$.age", "type": "number", "ages": true } }""");
        Assert.AreEqual("phone.age=30.5, phone.failed=false", await scene.AskAsync(lookup));
        scene.Clock.Advance(TimeSpan.FromSeconds(90.9));
        Assert.AreEqual("phone.age=120.5, phone.failed=false", await scene.AskAsync(lookup));
    }

    [TestMethod]
    public async Task The_memory_is_bounded()
    {
        await using var scene = await LookupScene.StartAsync(new() { CacheSize = 400 });
        scene.Provider.Then(Enumerable.Repeat(ProviderSteps.Mobile, 3));
        await scene.AskAsync(scene.PhoneLookup());
        await scene.AskAsync(scene.PhoneLookup(), "602 234 9877");
        await scene.AskAsync(scene.PhoneLookup(), "602 234 9877");
        Assert.HasCount(3, scene.Provider.Calls);
    }
}
