using System.CommandLine;
using LeadFilter.Cli.Commands.Records;
using LeadFilter.Cli.Invocation;
using LeadFilter.Core.Returns.Cases;
using LeadFilter.Http.Routing;

namespace LeadFilter.Cli.Commands.Returns;

/// <summary><c>leadfilter returns</c>: hands bad leads back to their vendors, and follows what becomes of it.</summary>
internal static class ReturnsCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings) => new ExampledCommand(
        "returns",
        "Hands bad leads back to their vendors, under their contracts, and shows what became of it.",
        "leadfilter returns import bad-leads.csv --campaign solar",
        "leadfilter returns list --campaign solar --state requested")
    {
        RecordImportCommand.Create(
            surroundings,
            Addresses.ReturnLeads,
            "Hands the leads of a file back. Each lead is handed back once: importing again changes nothing.",
            "one lead per row, with lead, crm_id or email_sha256, and reason, a code of the vendor's contract",
            "leadfilter returns import bad-leads.csv --campaign solar",
            "leadfilter returns import bad-leads.csv --campaign solar --dry-run"),
        ReturnListCommand.Create(surroundings),
        ReturnShowCommand.Create(surroundings),
        ReturnActionCommand.Create(surroundings, ReturnAction.Dispute, "Disputes the vendor's denial, which is possible once."),
        ReturnActionCommand.Create(surroundings, ReturnAction.Withdraw, "Keeps the lead after all."),
        ReturnActionCommand.Create(
            surroundings, ReturnAction.Accept, "Enters that the vendor accepts the return. With its own key, the vendor does it itself."),
        ReturnActionCommand.Create(
            surroundings, ReturnAction.Deny, "Enters that the vendor denies the return. With its own key, the vendor does it itself."),
    };
}
