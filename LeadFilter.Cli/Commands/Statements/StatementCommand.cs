using System.CommandLine;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Cli.Invocation;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Vendors;
using LeadFilter.Http.Routing;
using LeadFilter.Pipeline.Statements;

namespace LeadFilter.Cli.Commands.Statements;

/// <summary><c>leadfilter statement</c>: shows what is owed to a vendor for a month.</summary>
internal static class StatementCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var command = new ExampledCommand(
            "statement",
            "Shows what was bought of a vendor in a month, what was returned and credited, and what is owed. The month is that of the "
            + "campaign's time zone. Times are UTC.",
            "leadfilter statement solar --vendor acme --month 2026-11",
            "leadfilter statement solar --vendor acme --month 2026-11 --csv > acme-2026-11.csv");
        var campaign = new Argument<CampaignId>("CAMPAIGN")
        {
            Description = "The campaign",
            CustomParser = result => CampaignId.TryParse(result.Tokens[0].Value, out var id)
                ? id
                : Wrong<CampaignId>(() => result.AddError("CAMPAIGN: an id is 1 to 64 of a-z, 0-9, '-' and '_'")),
        };
        var vendor = new Option<VendorId>("--vendor")
        {
            Description = "The vendor",
            HelpName = "ID",
            Required = true,
            CustomParser = result => VendorId.TryParse(result.Tokens[0].Value, out var id)
                ? id
                : Wrong<VendorId>(() => result.AddError("--vendor: an id is 1 to 64 of a-z, 0-9, '-' and '_'")),
        };
        var month = new Option<StatementMonth>("--month")
        {
            Description = $"The month: {StatementMonth.Form}",
            HelpName = "MONTH",
            Required = true,
            CustomParser = result => StatementMonth.TryParse(result.Tokens[0].Value, out var read)
                ? read
                : Wrong<StatementMonth>(() => result.AddError($"--month: give {StatementMonth.Form}")),
        };
        var csv = new Option<bool>("--csv") { Description = "Write each lead as a line of CSV" };
        var json = SharedOptions.Json("Write the statement as one JSON object, as the filter gives it");
        var (url, folder, key) = (SharedOptions.Url(), SharedOptions.Folder(), SharedOptions.AdminKey());
        command.Arguments.Add(campaign);
        foreach (var option in (Option[])[vendor, month, csv, json, url, key, folder])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (result.GetValue(csv) && result.GetValue(json))
            {
                result.AddError("--csv and --json exclude each other: give one of them");
            }
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            using var filter = AdminApi.Open(
                surroundings, parsed.GetRequiredValue(url), parsed.GetValue(key), parsed.GetRequiredValue(folder));
            var (statement, line) = await filter.ReadAsync(
                Addresses.ShowStatement,
                [parsed.GetRequiredValue(campaign).ToString()],
                $"?vendor={parsed.GetRequiredValue(vendor)}&month={parsed.GetRequiredValue(month)}",
                StatementJson.Default.StatementPage,
                cancellation);
            if (parsed.GetValue(json))
            {
                surroundings.Out.WriteLine(line);
            }
            else if (parsed.GetValue(csv))
            {
                StatementCsv.Write(surroundings.Out, statement);
            }
            else
            {
                StatementTable.Write(surroundings.Output, statement);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static T Wrong<T>(Action add)
        where T : struct
    {
        add();
        return default;
    }
}
