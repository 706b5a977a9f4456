using System.Net;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Permissions;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Lookups;
using LeadFilter.Pipeline.Lookups.ThirdParties;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Delivery;
using LeadFilter.Tests.Meters;
using Microsoft.Extensions.Configuration;

namespace LeadFilter.Tests.Lookups;

/// <summary>Look-ups with all that they need: a provider on a real port, a fake clock, and what is logged and measured.</summary>
internal sealed class LookupScene : IAsyncDisposable
{
    private const string AllFacts = """{ "line_type": { "path": "$.line.type", "type": "string" }, "active": { "path": "$.active", "type": "boolean" } }""";

    private LookupScene(ScriptedCrm provider, LookupOptions options, string networks, Dictionary<string, IPAddress[]> names)
    {
        Provider = provider;
        Settings = new ConfigurationBuilder().AddInMemoryCollection([new("LEADFILTER_SECRET_PHONE", "demo-phone-key"), new("LEADFILTER_SECRET_TRUSTEDFORM", "demo-tf-key")]).Build();
        Assert.IsTrue(Destinations.TryParse(networks, out var allowed));
        Source = new(
            options,
            new(allowed, (host, cancellation) => names.TryGetValue(host, out var known) ? Task.FromResult(known) : Dns.GetHostAddressesAsync(host, cancellation)),
            Settings,
            new IdentityHasher(new byte[32]),
            new(Meters),
            Clock,
            Logs.For<ThirdPartyChecks>());
    }

    public ScriptedCrm Provider { get; }

    public TimerClock Clock { get; } = new(DeliveryScene.Start);

    public CapturedLogs Logs { get; } = new();

    public TestMeters Meters { get; } = new();

    public IConfiguration Settings { get; }

    public ThirdPartyChecks Source { get; }

    /// <summary>The provider's scheme, host and port.</summary>
    public string Host => Provider.Address.GetLeftPart(UriPartial.Authority);

    /// <summary>The results of all look-ups so far, as the metric has them.</summary>
    public IReadOnlyList<string> Results =>
        [.. Meters.Of("leadfilter.lookup.duration").Select(line => line[(line.IndexOf("lookup=", StringComparison.Ordinal) + "lookup=".Length)..].Replace(" result=", " ", StringComparison.Ordinal))];

    public static async Task<LookupScene> StartAsync(
        LookupOptions? options = null, string networks = "127.0.0.0/8, ::1/128", Dictionary<string, IPAddress[]>? names = null) =>
        new(await ScriptedCrm.StartAsync(), options ?? new LookupOptions { BreakAtCalls = 1_000 }, networks, names ?? []);

    /// <summary>A look-up <c>phone</c> of the provider with the facts line_type and active.</summary>
    public string PhoneLookup(string more = "", string facts = AllFacts, string path = "/v1/phones/{phone_1}") =>
        $$"""{ "phone": { "url": "{{Host}}{{path}}", "facts": {{facts}}{{more}} } }""";

    public static Campaign Load(string lookups, string rules = "[]") =>
        TestCampaign.Loaded(CampaignText.With(("lookups", lookups), ("rules", rules)));

    public static Lead NewLead(Campaign campaign, params ReadOnlySpan<(string Name, string Value)> fields)
    {
        var draft = new LeadDraft(campaign.Layout);
        foreach (var (name, value) in fields)
        {
            Assert.AreEqual(AddResult.Added, draft.Add(name, value), name);
        }

        return draft.ToLead(DeliveryScene.Start);
    }

    /// <summary>Looks up a lead with a phone number.</summary>
    public Task<string> AskAsync(string lookups, string phone = "602 234 9876") => AskAsync(Load(lookups), ("phone_1", phone));

    /// <summary>Looks a lead up, and says what was found: "name=text" in the order of the campaign.</summary>
    public async Task<string> AskAsync(Campaign campaign, params (string Name, string Value)[] fields)
    {
        var lead = await new LeadLookup([Source]).AskAsync(campaign, NewLead(campaign, fields), DeliveryScene.Start, CancellationToken.None);
        return Found(lead);
    }

    public static string Found(Lead lead) => string.Join(", ", lead.Layout.Fields
        .Select((field, slot) => (field, Value: lead[slot]))
        .Where(found => found.field.IsLookedUp && found.Value.Validity != Validity.Missing)
        .Select(found => $"{found.field.Name}={found.Value.Raw}"));

    public async ValueTask DisposeAsync()
    {
        Source.Dispose();
        await Provider.DisposeAsync();
    }
}
