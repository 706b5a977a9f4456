using System.Text;
using LeadFilter.Cli.Serving;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Permissions;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Tests.Azure.Hosting;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Cli;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Permissions;

/// <summary>A campaign can have only those settings sent that the operator allows.</summary>
[TestClass]
public sealed class CampaignSecretTests
{
    private const string NotAllowed =
        "this setting is not one that campaigns may send. Call it LEADFILTER_SECRET_…, such as EXAMPLE, or have the operator list its name in the "
        + "setting LEADFILTER_SECRETS.";

    private const string Own =
        "this is a setting of the filter itself, which no campaign may send. Put the secret into a setting of its own, such as EXAMPLE.";

    public static IEnumerable<object[]> Places()
    {
        const string lookup = """{ "phone": { "url": "https://api.example.com/{phone_1}", "facts": { "a": "$.a" }, PLACE } }""";
        yield return ["delivery", """{ "type": "webhook", "url": "/crm", "secret": "NAME" }""", "$.delivery.secret", "LEADFILTER_SECRET_CRM"];
        yield return ["lookups", Placed("""headers": { "X-Api-Key": { "secret": "NAME" } }"""), "$.lookups.phone.headers.X-Api-Key.secret", "LEADFILTER_SECRET_PHONE"];
        yield return ["lookups", Placed("""query": { "key": { "secret": "NAME" } }"""), "$.lookups.phone.query.key.secret", "LEADFILTER_SECRET_PHONE"];
        yield return ["lookups", """{ "tf": { "use": "trustedform", "secret": "NAME" } }""", "$.lookups.tf.secret", "LEADFILTER_SECRET_TRUSTEDFORM"];

        static string Placed(string place) => lookup.Replace("PLACE", "\"" + place, StringComparison.Ordinal);
    }

    [TestMethod]
    [DynamicData(nameof(Places))]
    public void Wherever_a_campaign_names_a_secret_only_allowed_names_load(string section, string json, string path, string example)
    {
        Assert.IsTrue(SecretNames.TryParse("MY_SECRET", out var listed));

        Assert.AreEqual($"{path}: {NotAllowed.Replace("EXAMPLE", example, StringComparison.Ordinal)}", Mistakes(section, json, "MY_SECRET", SecretNames.Default));
        Assert.AreEqual($"{path}: {Own.Replace("EXAMPLE", example, StringComparison.Ordinal)}", Mistakes(section, json, "LEADFILTER_ADMIN_KEY", listed));
        Assert.AreEqual("", Mistakes(section, json, "MY_SECRET", listed));
        Assert.AreEqual("", Mistakes(section, json, example, SecretNames.Default));
    }

    [TestMethod]
    public void What_stands_there_is_not_repeated_for_it_may_be_the_secret_itself() =>
        Assert.DoesNotContain("sk_live_4242", Mistakes("delivery", """{ "type": "webhook", "url": "/crm", "secret": "NAME" }""", "sk_live_4242", SecretNames.Default), StringComparison.Ordinal);

    [TestMethod]
    public async Task Check_tells_it_and_takes_the_operators_list()
    {
        using var folders = new FilterFolders(campaign: WithSecret("MY_SECRET"));
        using var without = new CommandLineRun();
        using var with = new CommandLineRun { Variables = new() { [SecretNames.SettingName] = "MY_*" } };
        using var wrong = new CommandLineRun { Variables = new() { [SecretNames.SettingName] = "*" } };

        Assert.AreEqual(1, await without.RunAsync("check", folders.Campaigns));
        Assert.Contains("$.delivery.secret: this setting is not one that campaigns may send", without.Output, StringComparison.Ordinal);
        Assert.AreEqual(0, await with.RunAsync("check", folders.Campaigns), with.Output);
        Assert.AreEqual(2, await wrong.RunAsync("check", folders.Campaigns));
        Assert.Contains(SecretNames.Problem, wrong.Error, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Serve_does_not_start_with_it()
    {
        using var folders = new FilterFolders(campaign: WithSecret("LEADFILTER_ADMIN_KEY"));

        var refused = await Assert.ThrowsAsync<CannotServeException>(() => FilterUnderTest.StartAsync(folders));

        Assert.Contains("$.delivery.secret: this is a setting of the filter itself", refused.Message, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task Azure_does_not_load_it()
    {
        using var folders = new FilterFolders(campaign: WithSecret("LEADFILTER_IDENTITY_SECRET"));
        await using var filter = await AzureFilter.StartAsync(campaigns: folders.Campaigns);

        var current = filter.Get<CampaignFolder>().Current;

        Assert.IsEmpty(current.Campaigns);
        Assert.Contains("$.delivery.secret: this is a setting of the filter itself", current.Mistakes.Single().ToString(), StringComparison.Ordinal);
    }

    private static string WithSecret(string name) =>
        TestCampaign.Json.Replace("\"/demo/crm/leads\"", $"\"/demo/crm/leads\", \"secret\": \"{name}\"", StringComparison.Ordinal);

    private static string Mistakes(string section, string json, string name, SecretNames secrets)
    {
        var file = CampaignText.With(section, json.Replace("NAME", name, StringComparison.Ordinal));
        var result = CampaignLoader.Load(
            "loans.json", Encoding.UTF8.GetBytes(file), TestCampaign.Vendors, permissions: new(secrets, Destinations.Default));
        return string.Join('\n', result.Mistakes.Select(mistake => mistake.ToString().Split(' ', 2)[1]));
    }
}
