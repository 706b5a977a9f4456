using System.Globalization;
using LeadFilter.Cli.Listings;
using LeadFilter.Cli.Standardizing.Rows;
using Spectre.Console;

namespace LeadFilter.Cli.Commands.OptOuts;

/// <summary>Shows opt-outs to people, and as CSV.</summary>
internal static class OptOutText
{
    private const int NameWidth = 12;
    private const string Header = "id,recorded_at,received_at,ends_at,channels,scope,how,request_id,persons";

    /// <summary>Writes a line for each opt-out.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="optOuts">The opt-outs.</param>
    public static void WriteTable(IAnsiConsole output, IReadOnlyList<OptOutView> optOuts)
    {
        var listing = new Listing(
            ListingColumn.Word("opt-out"),
            ListingColumn.Word("holds since (UTC)"),
            ListingColumn.Word("channels"),
            ListingColumn.Word("scope"),
            ListingColumn.Word("how"),
            ListingColumn.Prose("person"));
        foreach (var optOut in optOuts)
        {
            listing.Add(
                optOut.Id,
                optOut.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                string.Join(' ', optOut.Channels),
                string.Join(' ', optOut.Scope),
                optOut.How,
                string.Join(' ', optOut.Persons.Select(static person => person.Shown)));
        }

        listing.WriteTo(output);
    }

    /// <summary>Writes opt-outs as CSV.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="optOuts">The opt-outs.</param>
    public static void WriteCsv(TextWriter output, IReadOnlyList<OptOutView> optOuts)
    {
        output.WriteLine(Header);
        foreach (var optOut in optOuts)
        {
            output.WriteLine(string.Join(',', (string?[])
            [
                optOut.Id,
                Time(optOut.RecordedAt),
                Time(optOut.ReceivedAt),
                Time(optOut.EndsAt),
                string.Join(' ', optOut.Channels),
                string.Join(' ', optOut.Scope),
                CsvText.Cell(optOut.How),
                CsvText.Cell(optOut.RequestId),
                CsvText.Cell(string.Join(' ', optOut.Persons.Select(static person => person.Masked ?? person.Sha256))),
            ]));
        }
    }

    /// <summary>Writes one opt-out.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="optOut">The opt-out.</param>
    public static void Write(TextWriter output, OptOutView optOut)
    {
        WritePair(output, "opt-out", optOut.Id);
        foreach (var person in optOut.Persons)
        {
            WritePair(output, person.By, person.Masked is null ? person.Sha256 : $"{person.Masked}, SHA-256 {person.Sha256}");
        }

        WritePair(output, "channels", string.Join(", ", optOut.Channels));
        WritePair(output, "scope", string.Join(", ", optOut.Scope));
        WritePair(output, "how", optOut.How);
        WritePair(output, "request", optOut.RequestId);
        WritePair(output, "received", Time(optOut.ReceivedAt));
        WritePair(output, "holds since", Time(optOut.RecordedAt));
        WritePair(output, "ends", Time(optOut.EndsAt));
        foreach (var target in optOut.Targets ?? [])
        {
            WritePair(output, "told", $"{target.Target} {Time(target.At)}, status {target.Status}");
        }
    }

    /// <summary>Writes a proof.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="proved">What is proved.</param>
    /// <param name="proof">The proof.</param>
    public static void Write(TextWriter output, ProvedOptOut proved, OptOutProof proof)
    {
        Write(output, proved.OptOut);
        WritePair(output, "proved", Time(proved.ProvedAt));
        WritePair(output, "signature", $"{proof.Algorithm} {proof.Signature}");
    }

    private static void WritePair(TextWriter output, string name, string? value)
    {
        if (value is not null)
        {
            output.WriteLine($"{(name + ":").PadRight(NameWidth)} {value}");
        }
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
