using LeadFilter.Tests.Delivery;

namespace LeadFilter.Tests.Lookups;

/// <summary>Look-ups run at the same time and within their time; a provider that fails is left alone for a while.</summary>
[TestClass]
public sealed class LookupPatienceTests
{
    private const string Facts = """{ "active": { "path": "$.active", "type": "boolean" } }""";

    [TestMethod]
    [DataRow(false, "", 2_000)]
    [DataRow(true, "", 2_000)]
    [DataRow(false, """, "timeoutMs": 800""", 800)]
    public async Task A_provider_that_hangs_takes_no_more_than_its_time(bool headArrives, string more, int milliseconds)
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(headArrives
            ? async (provider, context, call) =>
            {
                context.Response.ContentType = "application/json";
                await CrmSteps.Drip(provider, context, call);
            }
            : CrmSteps.Hang);

        var asked = scene.AskAsync(scene.PhoneLookup(more));
        await scene.Provider.CallAsync();
        scene.Clock.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
        Assert.IsFalse(asked.IsCompleted);
        scene.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.AreEqual("phone.failed=true", await asked);
        Assert.AreEqual("phone timeout", scene.Results.Single());
    }

    [TestMethod]
    public async Task The_campaign_s_budget_bounds_every_look_up()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(CrmSteps.Hang, CrmSteps.Hang);
        var asked = scene.AskAsync($$"""
            { "timeoutMs": 300,
              "first":  { "url": "{{scene.Host}}/a/{phone_1}", "facts": {{Facts}} },
              "second": { "url": "{{scene.Host}}/b/{phone_1}", "facts": {{Facts}} } }
            """);
        await scene.Provider.CallAsync();
        await scene.Provider.CallAsync();
        scene.Clock.Advance(TimeSpan.FromMilliseconds(300));
        Assert.AreEqual("first.failed=true, second.failed=true", await asked);
    }

    [TestMethod]
    public async Task All_are_made_at_the_same_time()
    {
        await using var scene = await LookupScene.StartAsync();
        var told = new TaskCompletionSource();
        scene.Provider.Then(Enumerable.Repeat(ProviderSteps.When(told.Task, ProviderSteps.Mobile), 3));
        var asked = scene.AskAsync($$"""
            { "first":  { "url": "{{scene.Host}}/a/{phone_1}", "facts": {{Facts}} },
              "second": { "url": "{{scene.Host}}/b/{phone_1}", "facts": {{Facts}} },
              "third":  { "url": "{{scene.Host}}/c/{phone_1}", "facts": {{Facts}} } }
            """);

        // None is answered before all have come.
        for (var at = 0; at < 3; at++)
        {
            await scene.Provider.CallAsync();
        }

        told.SetResult();
        Assert.AreEqual("first.active=true, first.failed=false, second.active=true, second.failed=false, third.active=true, third.failed=false", await asked);
    }

    [TestMethod]
    public async Task One_that_fails_takes_nothing_from_the_others()
    {
        await using var scene = await LookupScene.StartAsync();
        var lookups = $$"""
            { "good": { "url": "{{scene.Host}}/a/{phone_1}", "facts": {{Facts}} },
              "bad":  { "url": "{{scene.Host}}/b/{email}", "facts": {{Facts}}, "ifMissing": "fail" } }
            """;
        scene.Provider.Then(ProviderSteps.Mobile);
        Assert.AreEqual("good.active=true, good.failed=false, bad.failed=true", await scene.AskAsync(lookups));
    }

    [TestMethod]
    public async Task A_provider_that_fails_again_and_again_is_left_alone_and_tried_again_later()
    {
        await using var scene = await LookupScene.StartAsync(new() { BreakAtCalls = 2 });
        scene.Provider.Then(CrmSteps.Answer(500), CrmSteps.Answer(429), ProviderSteps.Mobile, ProviderSteps.Mobile);
        for (var call = 0; call < 4; call++)
        {
            await scene.AskAsync(scene.PhoneLookup(), $"602 234 987{call}");
        }

        Assert.AreEqual("phone status|phone status|phone paused|phone paused", string.Join('|', scene.Results));
        Assert.HasCount(2, scene.Provider.Calls);

        scene.Clock.Advance(TimeSpan.FromSeconds(15));
        Assert.AreEqual("phone.line_type=mobile, phone.active=true, phone.failed=false", await scene.AskAsync(scene.PhoneLookup(), "602 234 9874"));
        Assert.IsTrue(scene.Logs.Lines.Any(line => line.StartsWith("5003", StringComparison.Ordinal)));
    }

    [TestMethod]
    public async Task The_breaker_is_the_provider_s_and_not_the_look_up_s()
    {
        await using var scene = await LookupScene.StartAsync(new() { BreakAtCalls = 2 });
        await using var other = await ScriptedCrm.StartAsync();
        scene.Provider.Then(CrmSteps.Answer(500), CrmSteps.Answer(500));
        other.Then(ProviderSteps.Mobile);
        await scene.AskAsync(scene.PhoneLookup());
        await scene.AskAsync(scene.PhoneLookup());
        var found = await scene.AskAsync($$"""
            { "same":  { "url": "{{scene.Host}}/other/{phone_1}", "facts": {{Facts}} },
              "other": { "url": "{{other.Address.GetLeftPart(UriPartial.Authority)}}/{phone_1}", "facts": {{Facts}} } }
            """);
        Assert.AreEqual("same.failed=true, other.active=true, other.failed=false", found);
        CollectionAssert.Contains(scene.Results.ToList(), "same paused");
    }

    [TestMethod]
    public async Task A_wrong_key_does_not_pause_the_provider()
    {
        await using var scene = await LookupScene.StartAsync(new() { BreakAtCalls = 2 });
        scene.Provider.Then(Enumerable.Repeat(CrmSteps.Answer(401), 4));
        for (var call = 0; call < 4; call++)
        {
            await scene.AskAsync(scene.PhoneLookup());
        }

        Assert.HasCount(4, scene.Provider.Calls);
    }

    [TestMethod]
    public async Task Nothing_is_tried_twice()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(CrmSteps.Reset, ProviderSteps.Mobile);
        await scene.AskAsync(scene.PhoneLookup());
        Assert.HasCount(1, scene.Provider.Calls);
    }

    [TestMethod]
    public async Task More_calls_at_once_than_are_allowed_fail_at_once()
    {
        await using var scene = await LookupScene.StartAsync(new() { MaxConcurrentCalls = 1 });
        var told = new TaskCompletionSource();
        scene.Provider.Then(ProviderSteps.When(told.Task, ProviderSteps.Mobile));
        var first = scene.AskAsync(scene.PhoneLookup());
        await scene.Provider.CallAsync();
        Assert.AreEqual("phone.failed=true", await scene.AskAsync(scene.PhoneLookup(), "602 234 9877"));
        told.SetResult();
        await first;
        Assert.AreEqual("phone busy|phone answered", string.Join('|', scene.Results));
    }

    [TestMethod]
    public async Task Who_asked_may_give_up()
    {
        await using var scene = await LookupScene.StartAsync();
        scene.Provider.Then(CrmSteps.Hang);
        var campaign = LookupScene.Load(scene.PhoneLookup());
        var lead = LookupScene.NewLead(campaign, ("phone_1", "602 234 9876"));
        using var gone = new CancellationTokenSource();
        var asked = scene.Source.AskAsync(campaign, lead, new(campaign.Layout), gone.Token).AsTask();
        await scene.Provider.CallAsync();
        var patient = scene.Source.AskAsync(campaign, lead, new(campaign.Layout), CancellationToken.None).AsTask();
        await gone.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => asked);

        // Whoever shares the call still has its answer.
        Assert.IsFalse(patient.IsCompleted);
        scene.Clock.Advance(TimeSpan.FromSeconds(2));
        await patient;
    }
}
