using System.CommandLine;

namespace LeadFilter.Cli.Commands.PastClaims;

/// <summary>What stands behind <c>leadfilter claims import</c>.</summary>
internal static class ClaimsOptions
{
    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="run">Runs it.</param>
    public static void AddTo(Command command, Func<ClaimsRequest, CancellationToken, Task<int>> run)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "CSV with a header (.csv) or NDJSON (.ndjson, .jsonl): one bought lead per row",
        };
        var campaign = SharedOptions.Campaign();
        var campaigns = new Option<string>("--campaigns")
        {
            Description = "The folder with the campaigns",
            HelpName = "FOLDER",
            DefaultValueFactory = _ => "campaigns",
        };
        var folder = SharedOptions.Folder();
        var date = Column("--date-column", "bought_at", "The column with the time of the purchase");
        var vendor = Column("--vendor-column", "vendor", "The column with the vendor's id; plans with the scope vendor need it");
        var id = Column("--id-column", "lead_id", "The column with the lead's id, to which updates refer; an id is made if it is missing");
        var fromLine = new Option<long>("--from-line")
        {
            Description = "Start at this line of the file",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
        };
        var url = SharedOptions.OtherFilter();
        var key = SharedOptions.AdminKey();
        var json = SharedOptions.Json("Write one JSON document");
        command.Arguments.Add(file);
        foreach (var option in (Option[])[campaign, date, vendor, id, fromLine, campaigns, folder, url, key, json])
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellation) => run(
            new ClaimsRequest
            {
                Url = parsed.GetValue(url),
                Key = parsed.GetValue(key),
                File = parsed.GetRequiredValue(file),
                Campaign = parsed.GetRequiredValue(campaign),
                Campaigns = parsed.GetRequiredValue(campaigns),
                Folder = parsed.GetRequiredValue(folder),
                DateColumn = parsed.GetRequiredValue(date).Trim(),
                VendorColumn = parsed.GetRequiredValue(vendor).Trim(),
                IdColumn = parsed.GetRequiredValue(id).Trim(),
                FromLine = parsed.GetRequiredValue(fromLine),
                Json = parsed.GetValue(json),
            },
            cancellation));
    }

    private static Option<string> Column(string name, string usual, string description) =>
        new(name) { Description = description, HelpName = "NAME", DefaultValueFactory = _ => usual };
}
