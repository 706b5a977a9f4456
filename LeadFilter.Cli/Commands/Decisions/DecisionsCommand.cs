using System.CommandLine;
using LeadFilter.Cli.Invocation;

namespace LeadFilter.Cli.Commands.Decisions;

/// <summary><c>leadfilter decisions</c>: lists all decisions of a filter, bought and rejected, newest first.</summary>
internal static class DecisionsCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var command = new ExampledCommand(
            "decisions",
            "Lists all decisions of a running filter, bought and rejected, with shadow, trial and waived findings, newest first. "
                + "Times are UTC.",
            "leadfilter decisions solar",
            "leadfilter decisions solar --outcome success --vendor acme --from 24h",
            "leadfilter decisions solar --from 2026-11-01 --to 2026-12-01 --all --json > november.ndjson");
        new LogOptions(surroundings.Time, LogView.Decisions).AddTo(command, new LogListing(surroundings, LogView.Decisions).RunAsync);
        return command;
    }
}
