using System.Diagnostics;
using LeadFilter.Pipeline.Telemetry;
using LeadFilter.Tests.Delivery;

namespace LeadFilter.Tests.Lookups;

/// <summary>G9: whatever a look-up comes to, nothing of the person and no secret stands in logs, metrics, traces or errors.</summary>
[TestClass]
public sealed class G9LookupPrivacyTests
{
    private const string Mark = "zzmarkzz";

    [TestMethod]
    public async Task G9_Nothing_of_a_lead_and_no_secret_is_told()
    {
        var spans = new List<Activity>();
        using var own = new ActivitySource($"test {nameof(G9_Nothing_of_a_lead_and_no_secret_is_told)}");
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source == own || source.Name == LeadTraces.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                {
                    spans.Add(span);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var root = own.StartActivity("test")!;

        await using var scene = await LookupScene.StartAsync(new() { BreakAtCalls = 8 });
        scene.Settings["LEADFILTER_SECRET_PHONE"] = $"{Mark}-key";
        var campaign = LookupScene.Load(scene.PhoneLookup(
            """, "query": { "c": "{comments}" }, "headers": { "X-Api-Key": { "secret": "LEADFILTER_SECRET_PHONE" } }, "cacheMinutes": 0 """, path: "/v1/{email}"));
        scene.Provider.Then(
            ProviderSteps.Json($$$"""{"line":{"type":"{{{Mark}}}"}}"""),
            ProviderSteps.Json($$"""{"active":"{{Mark}}"}"""),
            ProviderSteps.Json($"<{Mark}>"),
            CrmSteps.AnswerWith(302, "Location", $"https://{Mark}.example.com/"),
            CrmSteps.Answer(500, Mark),
            CrmSteps.Reset,
            CrmSteps.HugeHead,
            CrmSteps.AnswerWith(404, "X-Echo", Mark),
            CrmSteps.Answer(500, Mark),
            CrmSteps.Answer(500, Mark));
        for (var call = 0; call < 12; call++)
        {
            await scene.AskAsync(campaign, ("email", $"{Mark}{call}@example.com"), ("comments", Mark));
        }

        var traced = spans.Where(span => span.TraceId == root.TraceId && span != root).ToList();
        var told = traced
            .SelectMany(span => span.TagObjects.Select(tag => $"{span.DisplayName} {tag.Key}={tag.Value}"))
            .Concat(scene.Meters.Measured)
            .Concat(scene.Logs.Lines)
            .ToList();
        Assert.HasCount(12, traced);
        Assert.IsGreaterThan(20, told.Count);
        Assert.AreEqual("", string.Join('\n', told.Where(line => line.Contains(Mark, StringComparison.OrdinalIgnoreCase))));
    }
}
