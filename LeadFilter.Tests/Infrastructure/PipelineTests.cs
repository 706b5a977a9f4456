using System.Text.RegularExpressions;
using LeadFilter.Tests.Folders;
using YamlDotNet.RepresentationModel;

namespace LeadFilter.Tests.Infrastructure;

/// <summary>The pipeline tests with the real Service Bus extension, previews, asks, deploys and checks, in this order.</summary>
[TestClass]
public sealed partial class PipelineTests
{
    private static readonly YamlMappingNode Pipeline = YamlFile.Read("azure-pipelines.yml");
    private static readonly YamlNode Build = Pipeline.Items("stages").First();
    private static readonly IReadOnlyList<YamlNode> PerEnvironment =
        [.. ((YamlSequenceNode)((YamlMappingNode)Pipeline.Items("stages").Last()).Children.Single().Value).Children];

    private static YamlNode Preview => PerEnvironment[0];

    private static YamlNode Deploy => PerEnvironment[1];

    [TestMethod]
    public void Main_and_pull_requests_start_it()
    {
        CollectionAssert.Contains(Names(Pipeline.Find("trigger")!.Find("branches")!.Items("include")), "main");
        CollectionAssert.Contains(Names(Pipeline.Find("pr")!.Find("branches")!.Items("include")), "main");
    }

    [TestMethod]
    public void Every_environment_is_previewed_and_then_deployed()
    {
        Assert.HasCount(2, PerEnvironment);
        Assert.AreEqual("Preview_${{ environment.name }}", Preview.Text("stage"));
        Assert.AreEqual("Deploy_${{ environment.name }}", Deploy.Text("stage"));
        Assert.AreEqual(Preview.Text("stage"), Deploy.Text("dependsOn"));
    }

    [TestMethod]
    public void A_pull_request_deploys_nothing()
    {
        Assert.Contains("ne(variables['Build.Reason'], 'PullRequest')", Preview.Text("condition")!, StringComparison.Ordinal);
        Assert.Contains("refs/heads/main", Preview.Text("condition")!, StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_preview_asks_nobody_and_a_deployment_always_asks()
    {
        Assert.IsFalse(Preview.Below().Any(node => node.Find("environment") is not null));
        foreach (var job in Deploy.Items("jobs"))
        {
            Assert.AreEqual("leadfilter-${{ environment.name }}", job.Text("environment"));
        }
    }

    [TestMethod]
    public void The_app_is_deployed_after_its_resources()
    {
        var jobs = Deploy.Items("jobs").ToList();
        CollectionAssert.AreEqual(new[] { "Infrastructure", "App" }, jobs.Select(job => job.Text("deployment")).ToList());
        Assert.AreEqual("Infrastructure", jobs[1].Text("dependsOn"));
    }

    [TestMethod]
    public void Every_restore_build_test_and_publish_takes_the_real_Service_Bus_extension()
    {
        var commands = Scripts(Build)
            .SelectMany(script => Command().Matches(script.Replace("\n", " ", StringComparison.Ordinal)))
            .Select(found => found.Value)
            .ToList();
        string[] verbs = ["restore", "build", "test", "publish"];
        CollectionAssert.AreEquivalent(verbs, commands.Select(command => command.Split(' ')[1]).ToList());
        var without = commands.Where(command => !command.Contains("-p:ServiceBusExtension=true", StringComparison.Ordinal));
        Assert.AreEqual("", string.Join('\n', without));
    }

    /// <summary>global.json names the oldest SDK that will do; an old one would lack a year of fixes.</summary>
    [TestMethod]
    public void Each_job_that_builds_takes_the_newest_SDK_that_global_json_admits()
    {
        var sdk = SampleFiles.ReadJson("global.json")["sdk"]!;
        Assert.AreEqual(("10.0.100", "latestFeature"), (sdk["version"]!.GetValue<string>(), sdk["rollForward"]!.GetValue<string>()));
        var versions = Build.Below().Where(node => node.Text("task") == "UseDotNet@2").Select(node => node.Find("inputs")!.Text("version")).ToList();
        CollectionAssert.AreEqual(new[] { "10.0.x", "10.0.x" }, versions);
    }

    [TestMethod]
    public void The_tables_are_tested_against_Azurite()
    {
        var job = Build.Items("jobs").First();
        Assert.AreEqual("azurite", job.Find("services")!.Text("azurite"));
        var test = job.Below().Single(node => node.Text("script")?.StartsWith("dotnet test", StringComparison.Ordinal) is true);
        Assert.AreEqual("UseDevelopmentStorage=true", test.Find("env")!.Text("LEADFILTER_TEST_TABLES"));
    }

    [TestMethod]
    public void Results_and_coverage_are_published_even_if_a_test_fails()
    {
        foreach (var task in new[] { "PublishTestResults@2", "PublishCodeCoverageResults@2" })
        {
            Assert.AreEqual("succeededOrFailed()", Task(Build, task).Text("condition"));
        }
    }

    [TestMethod]
    public void The_package_is_checked_for_the_hidden_folder_with_the_functions()
    {
        var zip = Scripts(Build).Single(script => script.Contains("zip --quiet", StringComparison.Ordinal));
        Assert.Contains("for needed in .azurefunctions/", zip, StringComparison.Ordinal);
        Assert.Contains("local.settings.json", zip, StringComparison.Ordinal);
    }

    [TestMethod]
    public void The_app_is_deployed_as_a_Flex_Consumption_app_on_Linux()
    {
        var inputs = Task(Deploy, "AzureFunctionApp@2").Find("inputs")!;
        Assert.AreEqual("functionAppLinux", inputs.Text("appType"));
        Assert.AreEqual("true", inputs.Text("isFlexConsumption"));

        // https://learn.microsoft.com/azure/devops/pipelines/tasks/reference/azure-function-app-v2
        string[] known = ["azureSubscription", "appType", "isFlexConsumption", "appName", "package", "appSettings", "deploymentMethod"];
        CollectionAssert.IsSubsetOf(inputs.Keys().ToList(), known);
    }

    [TestMethod]
    public void What_is_deployed_is_what_was_packaged()
    {
        var published = Build.Below().Single(node => node.Find("publish") is not null);
        var artifact = published.Text("artifact");
        Assert.AreEqual(artifact, Deploy.Below().Single(node => node.Text("download") == "current").Text("artifact"));
        Assert.AreEqual(
            $"$(Pipeline.Workspace)/{artifact}/{Path.GetFileName(published.Text("publish"))}",
            Task(Deploy, "AzureFunctionApp@2").Find("inputs")!.Text("package"));
    }

    [TestMethod]
    public void It_ends_with_the_question_whether_the_filter_is_ready()
    {
        var last = Deploy.Items("jobs").Last().Below().Last(node => node.Text("bash") is not null);
        Assert.Contains("--retry 30", last.Text("bash")!, StringComparison.Ordinal);
        Assert.AreEqual("$(readyAddress)", last.Find("env")!.Text("READY_ADDRESS"));
        Assert.Contains("output readyAddress string = functions.outputs.readyAddress", BicepFile.Read("main.bicep").Text, StringComparison.Ordinal);
    }

    [TestMethod]
    public void Everything_that_the_parameter_file_reads_is_handed_to_it()
    {
        var read = Found(ReadVariable(), "infra", "main.bicepparam");
        var tasks = PerEnvironment.SelectMany(stage => stage.Below()).Where(node => node.Text("task") == "AzureCLI@2").ToList();
        Assert.HasCount(2, tasks);
        foreach (var task in tasks)
        {
            CollectionAssert.IsSubsetOf(read, task.Find("env")!.Keys().ToList());
        }
    }

    [TestMethod]
    public void Every_output_of_the_templates_that_it_reads_exists()
    {
        var read = Found(ReadOutput(), "azure-pipelines.yml");
        Assert.HasCount(2, read);
        CollectionAssert.IsSubsetOf(read, BicepFile.Read("main.bicep").Outputs.ToList());
    }

    [TestMethod]
    public void Azd_finds_the_app_by_its_tag()
    {
        var services = YamlFile.Read("azure.yaml").Find("services")!;
        var name = services.Keys().Single();
        var template = BicepFile.Read("app/functions.bicep").Text;
        Assert.Contains($"'azd-service-name': '{name}'", template, StringComparison.Ordinal);
        Assert.AreEqual("./LeadFilter.Functions", services.Find(name)!.Text("project"));
    }

    private static YamlNode Task(YamlNode stage, string task) => stage.Below().Single(node => node.Text("task") == task);

    private static IEnumerable<string> Scripts(YamlNode stage) =>
        stage.Below().Select(node => node.Text("script") ?? node.Text("bash")).OfType<string>();

    private static List<string> Found(Regex pattern, params ReadOnlySpan<string> path) =>
        [.. pattern.Matches(SampleFiles.Read(path)).Select(found => found.Groups["name"].Value)];

    private static List<string?> Names(IEnumerable<YamlNode> nodes) => [.. nodes.Cast<YamlScalarNode>().Select(node => node.Value)];

    [GeneratedRegex(@"dotnet (?:restore|build|test|publish) (?:(?!dotnet ).)*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"properties\.outputs\.(?<name>\w+)\.value", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReadOutput();

    [GeneratedRegex(@"readEnvironmentVariable\('(?<name>\w+)'", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ReadVariable();
}
