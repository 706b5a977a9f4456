using System.CommandLine;
using LeadFilter.Cli.Invocation;
using LeadFilter.Pipeline.Campaigns;

namespace LeadFilter.Cli.Commands.Checking;

/// <summary><c>leadfilter check</c>: says everything that is wrong or strange in campaign files, before a filter reads them.</summary>
internal static class CheckCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var paths = new Argument<string[]>("FILES")
        {
            Description = "Campaign files, vendors.json, or folders of them; campaigns if none is given",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var strict = new Option<bool>("--strict") { Description = "Count warnings as errors" };
        var json = SharedOptions.Json("Write errors and warnings as one JSON document");
        var command = new ExampledCommand(
            "check",
            "Checks campaign files as a filter would load them: all errors at once, each with its place and the remedy, and warnings "
                + "about what is allowed but probably not intended.",
            "leadfilter check",
            "leadfilter check campaigns/solar.json",
            "leadfilter check --strict --json /etc/leadfilter/campaigns")
        {
            paths,
            strict,
            json,
        };
        command.SetAction(
            parsed =>
                Run(
                    surroundings,
                    parsed.GetValue(paths) is [_, ..] given ? given : [SharedOptions.DefaultCampaigns],
                    parsed.GetValue(strict),
                    parsed.GetValue(json)));
        return command;
    }

    private static int Run(Surroundings surroundings, string[] paths, bool strict, bool json)
    {
        if (Array.Find(paths, path => !File.Exists(path) && !Directory.Exists(path)) is { } missing)
        {
            return surroundings.Fail(ExitCode.WrongInput, $"{missing}: there is no such file or folder");
        }

        var files = new CampaignCheck(surroundings.Time.GetUtcNow(), surroundings.ReadPermissions()).Run(paths);
        var errors = files.SelectMany(file => file.Mistakes).ToList();
        var warnings = files.SelectMany(file => file.Warnings).ToList();
        var passed = errors.Count == 0 && (!strict || warnings.Count == 0);
        if (json)
        {
            surroundings.Out.WriteJsonLine(
                new CheckReport(passed, [.. files.Select(file => file.Path)], errors, warnings), CheckJson.Default.CheckReport);
            return passed ? ExitCode.Done : ExitCode.No;
        }

        foreach (var file in files)
        {
            foreach (var mistake in file.Mistakes)
            {
                surroundings.Out.WriteLine($"error: {mistake}");
            }

            foreach (var warning in file.Warnings)
            {
                surroundings.Out.WriteLine($"warning: {warning}");
            }
        }

        surroundings.Out.WriteLine(
            $"check {(passed ? "passed" : "failed")}: {Counted.Of(files.Count, "file")}, {Counted.Of(errors.Count, "error")}, "
                + $"{Counted.Of(warnings.Count, "warning")}");
        return passed ? ExitCode.Done : ExitCode.No;
    }
}
