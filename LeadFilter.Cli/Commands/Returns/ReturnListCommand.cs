using System.CommandLine;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Cli.Invocation;
using LeadFilter.Core.Returns.Cases;
using LeadFilter.Http.Routing;

namespace LeadFilter.Cli.Commands.Returns;

/// <summary><c>leadfilter returns list</c>.</summary>
internal static class ReturnListCommand
{
    private const int PageSize = 500;

    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var command = new ExampledCommand(
            "list",
            "Lists returns, the latest request first: those of leads that were bought within the last year. Times are UTC.",
            "leadfilter returns list --campaign solar --state requested",
            "leadfilter returns list --campaign solar --vendor acme --csv > returns.csv");
        var state = new Option<string?>("--state")
        {
            Description = $"Only returns that are {string.Join(", ", ReturnStateName.All)}",
            HelpName = "STATE",
        };
        state.AcceptOnlyFromAmong([.. ReturnStateName.All]);
        var vendor = new Option<string?>("--vendor") { Description = "Only returns of this vendor's leads", HelpName = "ID" };
        var csv = new Option<bool>("--csv") { Description = "Write each return as a line of CSV" };
        var json = SharedOptions.Json("Write each return as one JSON object on a line");
        var (campaign, url, folder, key) = (
            SharedOptions.Campaign(), SharedOptions.Url(), SharedOptions.Folder(), SharedOptions.AdminKey());
        foreach (var option in (Option[])[state, vendor, csv, json, campaign, url, key, folder])
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
            var filters = $"?limit={PageSize}"
                + (parsed.GetValue(state) is { } wanted ? $"&state={wanted}" : "")
                + (parsed.GetValue(vendor) is { } seller ? $"&vendor={Uri.EscapeDataString(seller)}" : "");
            var all = new List<ReturnLine>();
            string? next = null;
            do
            {
                var (page, _) = await filter.ReadAsync(
                    Addresses.ReturnLeads,
                    [parsed.GetRequiredValue(campaign).ToString()],
                    filters + (next is null ? "" : $"&after={next}"),
                    ReturnJson.Default.ReturnList,
                    cancellation);
                next = page.Next == next ? null : page.Next;
                all.AddRange(page.Returns);
            }
            while (next is not null);

            Write(surroundings, all, parsed.GetValue(csv), parsed.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Surroundings surroundings, List<ReturnLine> returns, bool csv, bool json)
    {
        if (csv)
        {
            ReturnTable.WriteCsv(surroundings.Out, returns);
        }
        else if (json)
        {
            foreach (var one in returns)
            {
                surroundings.Out.WriteJsonLine(one, ReturnJson.Default.ReturnLine);
            }
        }
        else if (returns.Count == 0)
        {
            surroundings.Err.WriteLine("No returns.");
        }
        else
        {
            ReturnTable.Write(surroundings.Output, returns);
        }
    }
}
