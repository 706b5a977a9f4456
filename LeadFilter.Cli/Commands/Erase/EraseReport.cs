using LeadFilter.Cli.Invocation;
using LeadFilter.Http.Endpoints.Documents;
using Spectre.Console;

namespace LeadFilter.Cli.Commands.Erase;

/// <summary>Tells staff what was erased, and what they have to do themselves.</summary>
internal static class EraseReport
{
    private static readonly (string Name, string Words)[] Kinds =
    [
        ("queued", "waiting leads"),
        ("deadLetters", "dead letters"),
        ("deliveries", "records of deliveries (the CRM's id)"),
        ("decisions", "records of decisions (reasons, score, source)"),
        ("receipts", "receipts (reasons, score, source)"),
        ("claims", "claims"),
    ];

    /// <summary>Writes it.</summary>
    /// <param name="erasure">What was erased.</param>
    /// <param name="surroundings">Where to write.</param>
    public static void Write(ErasureDocument erasure, Surroundings surroundings)
    {
        var output = surroundings.Out;
        output.WriteLine(erasure.DryRun ? "Nothing was erased: this is a dry run. Would be erased:" : "Erased:");
        foreach (var (name, words) in Kinds)
        {
            output.WriteLine($"  {erasure.Erased.GetValueOrDefault(name):N0} {words}");
        }

        if (erasure.Leads.Count > 0)
        {
            WriteLeads(erasure.Leads, surroundings);
            output.WriteLine("Erase the leads that the CRM has there, and tell their vendors: nothing here reaches them.");
        }

        if (erasure.Repeat)
        {
            output.WriteLine("The delivery of a lead may be under way (in_delivery). Run this again in five minutes.");
        }

        output.WriteLine(erasure.StaysOn.Count > 0
            ? $"Stays on suppression lists: {string.Join(", ", erasure.StaysOn.Select(Printable.Of))}"
            : "Is on no suppression list, so the next vendor can sell this person again; leadfilter suppress add prevents that.");
        output.WriteLine("Could not be searched:");
        foreach (var what in erasure.NotSearched)
        {
            output.WriteLine($"  {Printable.Of(what)}");
        }
    }

    private static void WriteLeads(IReadOnlyList<ErasedLeadDocument> leads, Surroundings surroundings)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("lead", "place", "campaign", "vendor", "CRM's id");
        table.Columns[0].NoWrap = true;
        foreach (var lead in leads)
        {
            string?[] cells = [lead.Lead, lead.Place, lead.Campaign, lead.Vendor, lead.CrmId];
            table.AddRow(cells.Select(static cell => new Text(Printable.Of(cell ?? ""))));
        }

        surroundings.Output.Write(table);
    }
}
