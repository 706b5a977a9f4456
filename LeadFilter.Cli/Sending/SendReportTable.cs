using LeadFilter.Cli.Invocation;
using LeadFilter.Cli.Listings;
using Spectre.Console;

namespace LeadFilter.Cli.Sending;

/// <summary>Writes what came of a sending for people.</summary>
internal static class SendReportTable
{
    /// <summary>Writes the outcomes, the times and the check.</summary>
    /// <param name="surroundings">Where to.</param>
    /// <param name="report">What came of it.</param>
    public static void Write(Surroundings surroundings, SendReport report)
    {
        WriteOutcomes(surroundings.Output, report);
        var output = surroundings.Out;
        output.WriteLine(
            $"{Counted.Of(report.Leads, "lead")} in {report.Seconds:N1} s: {report.LeadsPerSecond:N0} leads/s, "
                + $"{report.Retries:N0} sent again");
        if (report.AnswersMs is { Max: > 0 } times)
        {
            output.WriteLine($"answers: p50 {times.P50:N1} ms, p95 {times.P95:N1} ms, p99 {times.P99:N1} ms, max {times.Max:N1} ms");
        }

        foreach (var (line, vendor, code, detail) in report.Undecided)
        {
            surroundings.Err.WriteLine($"no decision, such as for line {line} of {vendor}: {code}: {Printable.Of(detail)}");
        }

        if (report.Check is { } check)
        {
            WriteCheck(output, check);
        }
    }

    private static void WriteOutcomes(IAnsiConsole output, SendReport report)
    {
        var listing = new Listing(
            ListingColumn.Word("vendor"),
            ListingColumn.Word("outcome"),
            ListingColumn.Word("reason"),
            ListingColumn.Number("count"),
            ListingColumn.Number("share"));
        foreach (var (vendor, outcome, code, count, share) in report.Outcomes)
        {
            listing.Add(
                vendor,
                new(WordOf(outcome), StyleOf(outcome)),
                outcome is AnswerKind.Success ? "" : code,
                $"{count:N0}",
                $"{share:P1}");
        }

        listing.WriteTo(output);
    }

    private static void WriteCheck(TextWriter output, SendCheck check)
    {
        foreach (var (line, vendor, expected, got, lead) in check.Differences)
        {
            output.WriteLine($"line {line}: {vendor}: expected {expected ?? "a decision"}, got {got}, lead {lead ?? "none"}");
        }

        if (check.Differing > check.Differences.Count)
        {
            output.WriteLine($"and {check.Differing - check.Differences.Count:N0} more");
        }

        output.WriteLine(
            check.Differing is 0
                ? $"check passed: {Counted.Of(check.Compared, "lead")} compared, none differs"
                : $"check failed: {Counted.Of(check.Compared, "lead")} compared, {Counted.Of(check.Differing, "differs", "differ")}");
    }

    private static string WordOf(AnswerKind outcome) => outcome switch
    {
        AnswerKind.Success => "success",
        AnswerKind.Failure => "failure",
        AnswerKind.Error => "error",
        _ => "protocol",
    };

    private static Style StyleOf(AnswerKind outcome) => outcome switch
    {
        AnswerKind.Success => new(Color.Green),
        AnswerKind.Failure => Style.Plain,
        _ => new(Color.Red),
    };
}
