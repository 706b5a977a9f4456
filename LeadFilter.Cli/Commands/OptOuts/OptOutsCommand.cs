using System.CommandLine;
using LeadFilter.Cli.Commands.Records;
using LeadFilter.Cli.Invocation;
using LeadFilter.Http.Routing;

namespace LeadFilter.Cli.Commands.OptOuts;

/// <summary><c>leadfilter opt-outs</c>: tells a filter who does not want to be contacted, and shows what it knows.</summary>
internal static class OptOutsCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings) => new ExampledCommand(
        "opt-outs",
        "Tells a running filter who does not want to be contacted, and shows who has said so",
        "leadfilter opt-outs import requests.csv",
        "leadfilter opt-outs list --from 2026-11-01")
    {
        RecordImportCommand.Create(
            surroundings,
            Addresses.RecordOptOuts,
            "Imports opt-outs into a running filter. Each counts once: importing again changes nothing.",
            "one opt-out per row, with email, phone, email_sha256 or phone_sha256, and channels, received_at, how, scope, id",
            "leadfilter opt-outs import requests.csv",
            "leadfilter opt-outs import requests.ndjson --dry-run"),
        OptOutListCommand.Create(surroundings),
        OptOutShowCommand.Show(surroundings),
        OptOutShowCommand.Prove(surroundings),
    };
}
