using System.Diagnostics;
using System.Text.Json;
using LeadFilter.Cli.SampleCalls;
using LeadFilter.Cli.Serving;
using LeadFilter.Tests.Serving;
using LeadFilter.Tests.Docs;
using LeadFilter.Tests.Folders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Cli.Starting;

/// <summary>From an empty folder to a lead that is bought, by pasting what the commands print.</summary>
[TestClass]
public sealed class NextStepsTests
{
    [TestMethod]
    public async Task What_new_campaign_prints_leads_from_an_empty_folder_to_leads_that_are_bought()
    {
        RequireCurl();
        using var folder = new TemporaryFolder();
        using var run = new CommandLineRun();
        var campaigns = Path.Combine(folder.Path, "campaigns");

        Assert.AreEqual(0, await run.RunAsync("new", "campaign", "roofing", "--folder", campaigns), run.Error);

        Assert.Contains($"  leadfilter check {campaigns}", run.Output, StringComparison.Ordinal);
        Assert.Contains($"  leadfilter serve --campaigns {campaigns}", run.Output, StringComparison.Ordinal);
        var curl = Pasted(run.Output, "roofing");
        Assert.AreEqual(0, await run.RunAsync("check", "--strict", campaigns), run.Output);
        await using var host = await ServeAsync(folder, campaigns);
        Assert.AreEqual("success 25", await PasteAsync(host, curl.Replace("\"email\"", "\"budget\":9000,\"email\"", StringComparison.Ordinal), second: 1));
        Assert.AreEqual("success 12.5", await PasteAsync(host, curl, second: 2));
        Assert.AreEqual("success 12.5", await PasteAsync(host, curl, second: 3));
    }

    [TestMethod]
    public async Task What_serve_prints_is_bought_each_time_and_rejected_each_time()
    {
        RequireCurl();
        using var folder = new TemporaryFolder();
        await using var host = await ServeAsync(folder, Path.Combine(SampleFiles.Root, "campaigns"));

        var welcome = Welcome.Text(host, "leadfilter", isSeen: false);

        var curls = welcome.Split('\n').Where(static line => line.StartsWith("  curl ", StringComparison.Ordinal)).ToList();
        Assert.HasCount(2, curls);
        foreach (var second in (int[])[1, 2])
        {
            Assert.StartsWith("success ", await PasteAsync(host, curls[0], second), StringComparison.Ordinal);
            Assert.AreEqual("failure 0", await PasteAsync(host, curls[1], second));
        }
    }

    [TestMethod]
    public void In_PowerShell_the_shell_makes_the_address_and_the_time()
    {
        var call = new SampleCall("http://127.0.0.1:7071/api/campaigns/solar/leads", "acme-demo-key", Shell.PowerShell);

        Assert.AreEqual(
            "Invoke-RestMethod http://127.0.0.1:7071/api/campaigns/solar/leads -Method Post -Headers @{ Authorization = 'Bearer acme-demo-key' } "
            + "-ContentType application/json -Body (@{ first_name = 'Ada'; last_name = 'Sample'; "
            + "email = \"ada.$([DateTimeOffset]::UtcNow.ToUnixTimeSeconds())@example.com\"; state = 'AZ'; tcpa_consent = 'yes'; "
            + "consent_text = 'I agree to be called'; created_at = [DateTime]::UtcNow.ToString('s') + 'Z' } | ConvertTo-Json)",
            call.Bought);
        Assert.EndsWith("-Body 'first_name=Bob&last_name=Sample&email=bob@gmial.com&state=TX&tcpa_consent=no'", call.Rejected, StringComparison.Ordinal);
    }

    private static void RequireCurl()
    {
        if (OperatingSystem.IsWindows() || !BlockRun.Has("curl"))
        {
            Assert.Inconclusive("There is no curl here.");
        }
    }

    private static Task<FilterHost> ServeAsync(TemporaryFolder folder, string campaigns) => FilterHost.StartAsync(
        new(Path.Combine(folder.Path, "data"), campaigns),
        TimeProvider.System,
        Random.Shared,
        FilterUnderTest.OnFreePort,
        static services => services.AddLogging(static logging => logging.ClearProviders()),
        CancellationToken.None);

    private static string Pasted(string output, string campaign) =>
        output.Split(Environment.NewLine).Single(line => line.StartsWith("  curl ", StringComparison.Ordinal)
            && line.Contains($"/{campaign}/", StringComparison.Ordinal));

    /// <summary>Runs a line in the shell, in which the clock shows another second.</summary>
    private static async Task<string> PasteAsync(FilterHost host, string line, int second)
    {
        var here = line.Trim().Replace("http://127.0.0.1:7071", host.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
        var script = $"date() {{ case \"$1\" in +%s) echo {second};; *) command date \"$@\";; esac; }}\n{here} -sS";
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var json = JsonDocument.Parse(answer).RootElement;
        return $"{json.GetProperty("outcome")} {json.GetProperty("price")}";
    }
}
