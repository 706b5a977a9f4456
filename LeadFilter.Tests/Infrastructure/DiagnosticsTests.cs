using System.Text.RegularExpressions;

namespace LeadFilter.Tests.Infrastructure;

/// <summary>What Azure records about the resources reaches the workspace, and no lead with it.</summary>
[TestClass]
public sealed partial class DiagnosticsTests
{
    private static readonly BicepFile Diagnostics = BicepFile.Read("app/diagnostics.bicep");

    [TestMethod]
    public void Queues_tables_blobs_secrets_and_the_host_are_recorded() =>
        CollectionAssert.AreEquivalent(
            new[] { "namespace", "storage::tables", "storage::blobs", "vault", "app" },
            Diagnostics.Values("scope").ToList());

    [TestMethod]
    public void All_of_it_goes_to_the_workspace()
    {
        Assert.HasCount(5, Diagnostics.Values("workspaceId"));
        Assert.AreEqual("workspaceId", Diagnostics.Value("workspaceId"));
    }

    /// <summary>Azure's logs of HTTP requests hold the query, and vendors may send a lead in it.</summary>
    [TestMethod]
    public void Nothing_but_the_hosts_log_is_taken_of_the_app() =>
        CollectionAssert.AreEqual(new[] { "'FunctionAppLogs'", "'AllMetrics'" }, CategoriesOf("hostLogs"));

    [TestMethod]
    public void Calls_to_tables_and_blobs_are_logged_only_if_asked_for()
    {
        Assert.AreEqual(2, Diagnostics.Values("logs").Count(logs => logs == "storageLogSettings"));
        Assert.Contains("\nparam storageLogs ('StorageRead' | 'StorageWrite' | 'StorageDelete')[] = []\n", BicepFile.Read("main.bicep").Text, StringComparison.Ordinal);
    }

    private static List<string> CategoriesOf(string resource)
    {
        var text = Diagnostics.Text[Diagnostics.Text.IndexOf($"resource {resource} ", StringComparison.Ordinal)..];
        return [.. Category().Matches(text).Select(found => found.Groups["name"].Value)];
    }

    [GeneratedRegex(@"\bcategory(?:Group)?: (?<name>\S+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Category();
}
