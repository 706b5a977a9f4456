using LeadFilter.Cli.Invocation;
using LeadFilter.Cli.Listings;
using LeadFilter.Http.Endpoints.Documents;

namespace LeadFilter.Cli.Commands.Erase;

/// <summary>Tells staff what was erased, and what they have to do themselves.</summary>
internal static class EraseReport
{
    private static readonly (string Name, string One, string Many)[] Kinds =
    [
        ("queued", "waiting lead", "waiting leads"),
        ("deadLetters", "dead letter", "dead letters"),
        ("deliveries", "record of a delivery (the CRM's id)", "records of deliveries (the CRM's id)"),
        ("decisions", "record of a decision (reasons, score, source)", "records of decisions (reasons, score, source)"),
        ("receipts", "receipt (reasons, score, source)", "receipts (reasons, score, source)"),
        ("claims", "claim", "claims"),
    ];

    /// <summary>Writes it.</summary>
    /// <param name="erasure">What was erased.</param>
    /// <param name="surroundings">Where to write.</param>
    public static void Write(ErasureDocument erasure, Surroundings surroundings)
    {
        var output = surroundings.Out;
        output.WriteLine(erasure.DryRun ? "Nothing was erased: this is a dry run. Would be erased:" : "Erased:");
        foreach (var (name, one, many) in Kinds)
        {
            output.WriteLine($"  {Counted.Of(erasure.Erased.GetValueOrDefault(name), one, many)}");
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
            : "Is on no suppression list, so the next vendor can sell this person again; "
                + $"{surroundings.Program} suppress add prevents that.");
        output.WriteLine("Could not be searched:");
        foreach (var what in erasure.NotSearched)
        {
            output.WriteLine($"  {Printable.Of(what)}");
        }
    }

    private static void WriteLeads(IReadOnlyList<ErasedLeadDocument> leads, Surroundings surroundings)
    {
        var listing = new Listing(
            ListingColumn.Word("lead"),
            ListingColumn.Word("place"),
            ListingColumn.Word("campaign"),
            ListingColumn.Word("vendor"),
            ListingColumn.Word("CRM's id"));
        foreach (var lead in leads)
        {
            listing.Add(lead.Lead, lead.Place, lead.Campaign, lead.Vendor, lead.CrmId);
        }

        listing.WriteTo(surroundings.Output);
    }
}
