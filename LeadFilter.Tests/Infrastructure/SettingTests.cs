using LeadFilter.Pipeline.Staff;
using System.Text.RegularExpressions;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Infrastructure;

/// <summary>A setting that the code reads is set in Azure, can be set on one machine, and is explained.</summary>
[TestClass]
public sealed partial class SettingTests
{
    /// <summary>For those who have a collector of their own; in Azure telemetry goes to Application Insights.</summary>
    private const string OtherCollector = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly IReadOnlyList<string> InAzure =
    [
        .. BicepFile.Read("app/functions.bicep").KeysAfter("properties: union(vaultSettings"),
        .. BicepFile.Read("app/secrets.bicep").KeysAfter("var ownReferences"),
        .. BicepFile.Read("main.bicep").Array("crmSecretNames"),
    ];

    private static readonly IReadOnlyList<string> OnOneMachine =
        [.. SampleFiles.ReadJson("local.settings.sample.json")["Values"]!.AsObject().Select(setting => setting.Key)];

    private static readonly IReadOnlyList<string> Explained =
        [.. Row().Matches(SampleFiles.Read("docs", "configuration.md")).Select(found => found.Groups["name"].Value)];

    [TestMethod]
    public void Every_setting_that_the_code_reads_is_set_in_Azure() =>
        Assert.AreEqual("", string.Join(", ", FunctionSources.CodeSettings().Append(StaffKeys.AdminKeySetting).Except([.. InAzure, OtherCollector])));

    [TestMethod]
    public void Every_setting_of_a_trigger_is_set_in_Azure() =>
        Assert.AreEqual("", string.Join(", ", FunctionSources.TriggerSettings().Where(name => !IsSet(name, InAzure))));

    [TestMethod]
    public void Every_setting_of_a_trigger_is_in_the_sample_for_one_machine() =>
        Assert.AreEqual("", string.Join(", ", FunctionSources.TriggerSettings().Where(name => !IsSet(name, OnOneMachine))));

    [TestMethod]
    public void Settings_are_read_in_one_place() => Assert.AreEqual("", string.Join(", ", FunctionSources.StrayReads()));

    [TestMethod]
    public void Every_setting_that_the_code_reads_is_explained() =>
        Assert.AreEqual("", string.Join(", ", FunctionSources.CodeSettings().Except(Explained)));

    [TestMethod]
    public void Every_setting_in_Azure_is_explained() => Assert.AreEqual("", string.Join(", ", InAzure.Except(Explained)));

    [TestMethod]
    public void Every_setting_of_the_sample_is_explained() => Assert.AreEqual("", string.Join(", ", OnOneMachine.Except(Explained)));

    [TestMethod]
    [DataRow("LEADFILTER_KEY_VENDOR")]
    [DataRow("Logging__LogLevel__Default")]
    public void Settings_of_the_command_line_are_explained(string name) => CollectionAssert.Contains(Explained.ToList(), name);

    /// <summary>Both would mean that the connection string of a machine wins over the identity of the app.</summary>
    [TestMethod]
    [DataRow("ServiceBus")]
    [DataRow("Tables")]
    [DataRow("AzureWebJobsStorage")]
    public void Azure_is_reached_by_identity_and_one_machine_by_connection_string(string connection)
    {
        Assert.IsFalse(InAzure.Contains(connection));
        CollectionAssert.Contains(OnOneMachine.ToList(), connection);
    }

    [TestMethod]
    public void The_sample_reaches_nothing_but_this_machine()
    {
        var values = SampleFiles.ReadJson("local.settings.sample.json")["Values"]!;
        Assert.AreEqual("UseDevelopmentStorage=true", values["Tables"]!.GetValue<string>());
        Assert.StartsWith("Endpoint=sb://127.0.0.1;", values["ServiceBus"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("UseDevelopmentEmulator=true", values["ServiceBus"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [TestMethod]
    public void The_real_local_settings_are_never_committed() =>
        CollectionAssert.Contains(SampleFiles.Read(".gitignore").Split('\n'), "local.settings.json");

    private static bool IsSet(string name, IReadOnlyList<string> settings) =>
        settings.Any(setting => setting == name || setting.StartsWith(name + "__", StringComparison.Ordinal));

    [GeneratedRegex(@"^\| `(?<name>\w+)` \|", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
