using System.CommandLine;
using LeadFilter.Cli.Commands.Records;
using LeadFilter.Cli.Invocation;
using LeadFilter.Http.Routing;

namespace LeadFilter.Cli.Commands.Outcomes;

/// <summary><c>leadfilter outcomes</c>: tells a filter what became of bought leads.</summary>
internal static class OutcomesCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var import = RecordImportCommand.Create(
            surroundings,
            Addresses.RecordOutcomes,
            "Imports what became of bought leads into a running filter. Each outcome counts once: importing again changes nothing.",
            "one outcome per row, with lead, crm_id or email_sha256, and event, at, value, reason, by, id",
            "leadfilter outcomes import crm-export.csv --campaign solar",
            "leadfilter outcomes import outcomes.ndjson --campaign solar --dry-run");
        return new ExampledCommand(
            "outcomes",
            "Tells a running filter what became of bought leads: contacted, converted, lost …",
            "leadfilter outcomes import crm-export.csv --campaign solar")
        {
            import,
        };
    }
}
