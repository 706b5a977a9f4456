using System.Text.Json.Nodes;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Cli.Checking;

[TestClass]
public sealed class CheckTests
{
    [TestMethod]
    public async Task The_sample_campaigns_pass_without_a_warning()
    {
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync("check", "--strict", Path.Combine(SampleFiles.Root, "campaigns")), run.Output);

        Assert.AreEqual($"check passed: 4 files, 0 errors, 0 warnings{Environment.NewLine}", run.Output);
    }

    [TestMethod]
    public async Task A_file_with_an_error_gives_no_warnings()
    {
        using var folder = new TemporaryFolder();
        using var run = new CommandLineRun();
        Directory.CreateDirectory(Path.Combine(folder.Path, "lists"));
        folder.Write("lists/zips.txt", "94107");
        var unused = folder.Write("loans.json", CampaignText.With("lists", """{ "zips": "lists/zips.txt" }"""));

        Assert.AreEqual(0, await run.RunAsync("check", unused), run.Output);
        Assert.Contains("check passed: 1 file, 0 errors, 1 warning", run.Output, StringComparison.Ordinal);

        folder.Write("loans.json", CampaignText.With(("lists", """{ "zips": "lists/zips.txt" }"""), ("version", "1")));
        Assert.AreEqual(1, await run.RunAsync("check", unused));
        Assert.Contains("check failed: 1 file, 1 error, 0 warnings", run.Output, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task All_errors_of_all_files_are_listed_at_once()
    {
        using var folder = new TemporaryFolder();
        using var run = new CommandLineRun();
        folder.Write("vendors.json", """{ "vendors": { "acme": { "keys": [] } } }""");
        folder.Write("loans.json", CampaignText.With(("version", "1"), ("timeZone", "\"Mars\"")));
        folder.Write("cars.json", "{");
        folder.Write("campaign.schema.json", "no JSON");

        Assert.AreEqual(1, await run.RunAsync("check", folder.Path));

        var lines = run.Output.Replace(folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split(Environment.NewLine);
        CollectionAssert.AreEqual(
            (string[])["cars.json:1:1 $", "loans.json:3:12 $.version", "loans.json:4:13 $.timeZone", "vendors.json:1:34 $.vendors.acme.keys"],
            lines.Where(line => line.StartsWith("error: ", StringComparison.Ordinal)).Select(line => line["error: ".Length..].Split(": ")[0]).Order(StringComparer.Ordinal).ToArray(),
            run.Output);
        Assert.AreEqual("check failed: 3 files, 4 errors, 0 warnings", lines[^2]);
    }

    [TestMethod]
    [DataRow(0, "check passed: 2 files, 0 errors, 2 warnings")]
    [DataRow(1, "check failed: 2 files, 0 errors, 2 warnings", "--strict")]
    public async Task Warnings_fail_a_strict_check_only(int code, string last, params string[] options)
    {
        using var folder = Warned();
        using var run = new CommandLineRun();

        Assert.AreEqual(code, await run.RunAsync(["check", Path.Combine(folder.Path, "loans.json"), .. options]));

        Assert.Contains(last, run.Output, StringComparison.Ordinal);
        Assert.Contains("warning: ", run.Output, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task As_JSON_each_finding_has_its_place()
    {
        using var folder = Warned();
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync("check", folder.Path, "--json"));

        var report = JsonNode.Parse(run.Output)!;
        Assert.IsTrue(report["passed"]!.GetValue<bool>());
        Assert.HasCount(2, report["files"]!.AsArray());
        Assert.IsEmpty(report["errors"]!.AsArray());
        var warning = report["warnings"]!.AsArray().Single(one => one!["path"]!.GetValue<string>() == "$.rules[0].reason")!;
        Assert.AreEqual((7, 53), (warning["line"]!.GetValue<int>(), warning["column"]!.GetValue<int>()));
        Assert.AreEqual("the reason 'r' has no text, so vendors see 'R'", warning["message"]!.GetValue<string>());
    }

    [TestMethod]
    public async Task A_campaign_alone_may_name_any_vendor()
    {
        using var folder = new TemporaryFolder();
        using var run = new CommandLineRun();

        Assert.AreEqual(0, await run.RunAsync("check", folder.Write("loans.json", CampaignText.With())), run.Output);
    }

    [TestMethod]
    public async Task A_folder_without_vendors_fails()
    {
        using var folder = new TemporaryFolder();
        using var run = new CommandLineRun();
        folder.Write("loans.json", CampaignText.With());

        Assert.AreEqual(1, await run.RunAsync("check", folder.Path));

        Assert.Contains("the file of vendors is missing", run.Output, StringComparison.Ordinal);
    }

    [TestMethod]
    public async Task A_file_that_is_not_there_is_wrong_usage()
    {
        using var run = new CommandLineRun();

        Assert.AreEqual(2, await run.RunAsync("check", "/nowhere/solar.json"));

        Assert.AreEqual($"leadfilter: /nowhere/solar.json: there is no such file or folder{Environment.NewLine}", run.Error);
    }

    private static TemporaryFolder Warned()
    {
        var folder = new TemporaryFolder();
        folder.Write("vendors.json", TestCampaign.VendorsJson);
        folder.Write("loans.json", CampaignText.WithCondition("""{ "field": "email", "is": "invalid" }"""));
        return folder;
    }
}
