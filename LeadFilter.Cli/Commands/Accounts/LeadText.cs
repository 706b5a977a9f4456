using System.Globalization;
using LeadFilter.Cli.Commands.Returns;
using LeadFilter.Cli.Invocation;
using LeadFilter.Cli.Listings;
using Spectre.Console;

namespace LeadFilter.Cli.Commands.Accounts;

/// <summary>Shows a lead as a page: what was decided, where it is, what became of it.</summary>
internal static class LeadText
{
    private const int NameWidth = 12;

    /// <summary>Writes the page.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="lead">The lead.</param>
    public static void Write(IAnsiConsole output, LeadPage lead)
    {
        WritePairs(
            output,
            ("lead", lead.Lead + (lead.Test ? " (test)" : "")),
            ("campaign", $"{lead.Campaign}, version {lead.Version}"),
            ("vendor", lead.Source is null ? lead.Vendor : $"{lead.Vendor}, source {lead.Source}"),
            ("received", Time(lead.At)),
            ("outcome", lead.Outcome == "success" ? $"success, {Amount(lead.Price)}, route {lead.Route}" : lead.Outcome),
            ("score", lead.Score?.ToString("0.##", CultureInfo.InvariantCulture)),
            ("update of", lead.UpdateOf),
            ("unreadable", string.Join(", ", lead.Unreadable ?? [])));
        WriteFindings(output, lead.Findings);
        if (lead.Delivery is { } delivery)
        {
            WriteDelivery(output, delivery);
        }

        if (lead.Outcomes is { } outcomes)
        {
            WriteOutcomes(output, outcomes);
        }

        if (lead.Return is { } returned)
        {
            output.WriteLine();
            ReturnTable.WriteCourse(output, returned);
        }
    }

    private static void WriteFindings(IAnsiConsole output, IReadOnlyList<LeadFinding> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }

        var listing = new Listing(
            ListingColumn.Word("finding"), ListingColumn.Word("rule"), ListingColumn.Word("category"), ListingColumn.Word("effect"));
        foreach (var one in findings)
        {
            listing.Add(one.Code, one.Rule, one.Category, one.Effect);
        }

        output.WriteLine();
        listing.WriteTo(output);
    }

    private static void WriteDelivery(IAnsiConsole output, LeadDelivery delivery)
    {
        output.WriteLine();
        WritePairs(
            output,
            ("delivery", delivery.State switch
            {
                "delivered" => $"delivered {Time(delivery.DeliveredAt)}, after {delivery.Milliseconds:N0} ms, attempt {delivery.Attempt}, "
                    + $"status {delivery.Status}",
                "given_up" => $"dead letter: {delivery.Reason}. {delivery.Description}",
                "waiting" when delivery.NextTry is null => "waits in the queue, not tried yet",
                "waiting" => $"waits in the queue: {delivery.Reason}; attempt {delivery.Attempt} {Time(delivery.NextTry)}",
                var other => other,
            }),
            ("CRM's id", delivery.CrmId));
        if (delivery.FailedAttempts is not { Count: > 0 } failed)
        {
            return;
        }

        var listing = new Listing(
            ListingColumn.Number("failed attempt"), ListingColumn.Word("time"), ListingColumn.Word("reason"), ListingColumn.Prose("why"));
        foreach (var one in failed)
        {
            listing.Add(one.Attempt.ToString(CultureInfo.InvariantCulture), Time(one.At), one.Reason, one.Description);
        }

        output.WriteLine();
        listing.WriteTo(output);
    }

    private static void WriteOutcomes(IAnsiConsole output, LeadOutcomes outcomes)
    {
        output.WriteLine();
        WritePairs(
            output,
            ("stage", outcomes.Reason is null ? outcomes.Stage : $"{outcomes.Stage}: {outcomes.Reason}"),
            ("value", outcomes.Value is { } value ? Amount(value) : null));
        if (outcomes.Events.Count == 0)
        {
            return;
        }

        var listing = new Listing(
            ListingColumn.Word("event"),
            ListingColumn.Word("time"),
            ListingColumn.Number("value"),
            ListingColumn.Word("by"),
            ListingColumn.Word("reason"));
        foreach (var one in outcomes.Events)
        {
            listing.Add(one.Event, Time(one.At), one.Value is { } worth ? Amount(worth) : null, one.By, one.Reason);
        }

        output.WriteLine();
        listing.WriteTo(output);
    }

    private static void WritePairs(IAnsiConsole output, params (string Name, string? Value)[] pairs)
    {
        foreach (var (name, value) in pairs.Where(static pair => !string.IsNullOrEmpty(pair.Value)))
        {
            output.Write(new Text($"{name + ":",-NameWidth}{Printable.Of(value)}"));
            output.WriteLine();
        }
    }

    private static string Time(DateTimeOffset? at) =>
        at?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    private static string Amount(decimal amount) => amount.ToString("0.00##", CultureInfo.InvariantCulture);
}
