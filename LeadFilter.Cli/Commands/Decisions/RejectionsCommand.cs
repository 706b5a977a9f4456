using System.CommandLine;
using LeadFilter.Cli.Invocation;

namespace LeadFilter.Cli.Commands.Decisions;

/// <summary><c>leadfilter rejections</c>: lists the leads that a filter rejected, newest first.</summary>
internal static class RejectionsCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var command = new ExampledCommand(
            "rejections",
            "Lists the leads that a running filter rejected and why, newest first. Times are UTC.",
            "leadfilter rejections",
            "leadfilter rejections --vendor acme --reason duplicate --from 24h",
            "leadfilter rejections --from 2026-11-01 --to 2026-12-01 --all --json > november.ndjson");
        new LogOptions(surroundings.Time, LogView.Rejections).AddTo(command, new LogListing(surroundings, LogView.Rejections).RunAsync);
        return command;
    }
}
