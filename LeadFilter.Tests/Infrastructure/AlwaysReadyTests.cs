using System.Text.RegularExpressions;

namespace LeadFilter.Tests.Infrastructure;

/// <summary>A misspelt name in the template would quietly keep nothing warm.</summary>
[TestClass]
public sealed partial class AlwaysReadyTests
{
    private static readonly BicepFile Functions = BicepFile.Read("app/functions.bicep");

    [TestMethod]
    public void The_warm_instances_reach_the_app() =>
        Assert.StartsWith("filter(warmInstances,", Functions.Value("alwaysReady"), StringComparison.Ordinal);

    [TestMethod]
    public void The_http_group_and_the_forwarder_are_kept_warm() =>
        CollectionAssert.AreEqual(new[] { "http", "function:ForwardLead" }, Names());

    [TestMethod]
    public void Every_function_that_is_kept_warm_exists()
    {
        const string Prefix = "function:";
        var missing = Names()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Except(FunctionSources.Names());
        Assert.AreEqual("", string.Join(", ", missing));
    }

    [TestMethod]
    public void The_app_runs_on_Flex_Consumption_with_the_runtime_of_the_projects()
    {
        Assert.AreEqual("FC1", Functions.Values("name").Single(name => name == "'FC1'").Trim('\''));
        Assert.Contains("name: 'dotnet-isolated'", Functions.Text, StringComparison.Ordinal);
        Assert.Contains("version: '10.0'", Functions.Text, StringComparison.Ordinal);
    }

    private static List<string> Names() =>
        [.. NameLine().Matches(WarmInstances().Match(Functions.Text).Groups["items"].Value).Select(found => found.Groups["name"].Value)];

    [GeneratedRegex(@"^var warmInstances = \[(?<items>[^\]]*)\]", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WarmInstances();

    [GeneratedRegex(@"^\s*name: '(?<name>[^']+)'", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameLine();
}
