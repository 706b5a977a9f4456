using System.Globalization;
using LeadFilter.Cli.Invocation;
using LeadFilter.Cli.Listings;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Explanations;
using Spectre.Console;

namespace LeadFilter.Cli.Commands.Explaining;

/// <summary>Writes an explanation for people: the rules, the score, the price, and at the end the decision.</summary>
internal static class ExplainTable
{
    /// <summary>Writes it.</summary>
    /// <param name="surroundings">Where to.</param>
    /// <param name="report">What is explained.</param>
    public static void Write(Surroundings surroundings, ExplainReport report)
    {
        var output = surroundings.Out;
        output.WriteLine(
            $"campaign {report.Campaign} ({Printable.Of(report.Version)}), "
                + $"{(report.Vendor is null ? "no contract" : $"contract of {report.Vendor}")}, received at "
                + $"{report.At:yyyy-MM-dd'T'HH:mm:ss'Z'}");
        WriteRules(surroundings.Output, report);
        WriteScore(surroundings, report);
        var asked = report.Price.Asked is { } amount ? $"; asked: {Amount(amount)}" : "";
        output.WriteLine($"price: {Amount(report.Price.Price)} ({SourceOf(report.Price)}{asked})");
        foreach (var ground in report.Decision.Findings.Where(ground => report.Rules.All(rule => rule.Id != ground.Id)))
        {
            output.WriteLine($"{ground.Id}: {ground.Reason}, {WordOf(ground.Effect)}");
        }

        if (report.Ignored.Count > 0)
        {
            output.WriteLine($"fields that the campaign does not know: {Printable.Of(string.Join(", ", report.Ignored))}");
        }

        if (report.NotTried.Count > 0)
        {
            output.WriteLine($"not tried, because it depends on other leads: {string.Join(", ", report.NotTried)}");
        }

        WriteDecision(output, report);
    }

    private static void WriteRules(IAnsiConsole output, ExplainReport report)
    {
        var listing = new Listing(
            ListingColumn.Word("rule"),
            ListingColumn.Word("category"),
            ListingColumn.Word("reason"),
            ListingColumn.Word("result"),
            ListingColumn.Word("effect"),
            ListingColumn.Prose("what it saw"));
        foreach (var rule in report.Rules)
        {
            listing.Add(
                rule.Id,
                rule.Category,
                rule.Reason,
                rule.Result,
                new(rule.Effect is { } effect ? WordOf(effect) : "", StyleOf(rule.Effect)),
                string.Join("; ", rule.Facts.Select(Describe)));
        }

        listing.WriteTo(output);
    }

    private static void WriteScore(Surroundings surroundings, ExplainReport report)
    {
        if (report.Score is not { } sheet)
        {
            return;
        }

        var listing = new Listing(ListingColumn.Word("score"), ListingColumn.Word("kind"), ListingColumn.Number("points"));
        foreach (var (id, kind, points) in sheet.Contributions)
        {
            listing.Add(id, kind.ToString().ToLowerInvariant(), Amount((decimal)points));
        }

        listing.WriteTo(surroundings.Output);
        surroundings.Out.WriteLine($"score: {Amount((decimal)sheet.Value)}");
    }

    private static void WriteDecision(TextWriter output, ExplainReport report)
    {
        var decision = report.Decision;
        output.WriteLine(decision.Primary is { } primary
            ? $"rejected: {primary.Reason} (rule {primary.Id}, category {primary.Category}): {Printable.Of(primary.Text)}"
            : $"bought: route {decision.Route.ToString()!.ToLowerInvariant()}, price {Amount(decision.Price)}");
        if (report.Expect is { } expected)
        {
            output.WriteLine(
                $"expected: {expected}{(expected == (decision.Primary?.Reason ?? Sending.LeadLine.Accept) ? "" : ", which differs")}");
        }
    }

    private static string SourceOf(ExplainedPrice price) => (price.From, price.Floored) switch
    {
        (null, true) => "the floor; no price holds",
        (null, false) => "no price holds",
        ({ } from, true) => $"raised to the floor from {Amount(price.Listed)} of {from}",
        ({ } from, false) => from,
    };

    private static string Describe(Fact fact)
    {
        var validity = fact.Validity.ToString().ToLowerInvariant();
        return fact switch
        {
            { Validity: Core.Fields.Validity.Valid } => $"{fact.Name}: {fact.Text}",
            { Text: null } => $"{fact.Name}: {validity}",
            _ => $"{fact.Name}: {validity} ({fact.Text})",
        };
    }

    private static string WordOf(Effect effect) => effect == Effect.Reject ? "rejects" : effect.ToString().ToLowerInvariant();

    private static Style StyleOf(Effect? effect) => effect == Effect.Reject ? new(Color.Red) : Style.Plain;

    private static string Amount(decimal amount) => amount.ToString("0.####", CultureInfo.InvariantCulture);
}
