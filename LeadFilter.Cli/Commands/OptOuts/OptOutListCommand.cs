using System.CommandLine;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Cli.Invocation;
using LeadFilter.Http.Routing;

namespace LeadFilter.Cli.Commands.OptOuts;

/// <summary><c>leadfilter opt-outs list</c>: the opt-outs that a filter knows.</summary>
internal static class OptOutListCommand
{
    private const int PageSize = 1_000;
    private const int DefaultLimit = 100;

    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var command = new ExampledCommand(
            "list",
            "Lists the opt-outs of a running filter, in the order of their ids. Times are UTC.",
            "leadfilter opt-outs list --from 2026-11-01T00:00:00Z --channel call",
            "leadfilter opt-outs list --limit 100000 --csv > opt-outs.csv");
        var filters = new (string Name, Option<string?> Option)[]
        {
            ("from", Filter("--from", "TIME", "Only those taken at this time or later, such as 2026-11-01T00:00:00Z")),
            ("to", Filter("--to", "TIME", "Only those taken before this time")),
            ("channel", Filter("--channel", "WORD", "Only those of a channel: call, text or email")),
            ("campaign", Filter("--campaign", "ID", "Only those that hold in a campaign")),
            ("how", Filter("--how", "CODE", "Only those that were told in a way")),
        };
        var limit = new Option<int>("--limit")
        {
            Description = "The most to list",
            HelpName = "N",
            DefaultValueFactory = static _ => DefaultLimit,
        };
        var csv = new Option<bool>("--csv") { Description = "Write CSV" };
        var json = SharedOptions.Json("Write one JSON object");
        var (url, folder, key) = (SharedOptions.Url(), SharedOptions.Folder(), SharedOptions.AdminKey());
        foreach (var option in (Option[])[.. filters.Select(static one => one.Option), limit, csv, json, url, key, folder])
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
            var query = string.Concat(filters
                .Select(one => (one.Name, Value: parsed.GetValue(one.Option)))
                .Where(static one => one.Value is not null)
                .Select(static one => $"&{one.Name}={Uri.EscapeDataString(one.Value!)}"));
            var page = await ReadAsync(filter, query, parsed.GetRequiredValue(limit), cancellation);
            if (parsed.GetValue(json))
            {
                surroundings.Out.WriteJsonLine(page, OptOutJson.Default.OptOutPage);
            }
            else if (parsed.GetValue(csv))
            {
                OptOutText.WriteCsv(surroundings.Out, page.OptOuts);
            }
            else
            {
                if (page.OptOuts.Count > 0)
                {
                    OptOutText.WriteTable(surroundings.Output, page.OptOuts);
                }

                if (page.Next is not null)
                {
                    surroundings.Err.WriteLine("There may be more: give a greater --limit.");
                }
                else if (page.OptOuts.Count == 0)
                {
                    surroundings.Err.WriteLine("No opt-outs.");
                }
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string?> Filter(string name, string help, string description) =>
        new(name) { Description = description, HelpName = help };

    private static async Task<OptOutPage> ReadAsync(AdminApi filter, string query, int limit, CancellationToken cancellation)
    {
        var all = new List<OptOutView>();
        string? next = null;
        do
        {
            var (page, _) = await filter.ReadAsync(
                Addresses.RecordOptOuts,
                [],
                $"?limit={Math.Min(limit - all.Count, PageSize)}{query}{(next is null ? "" : $"&next={next}")}",
                OptOutJson.Default.OptOutPage,
                cancellation);
            all.AddRange(page.OptOuts);
            next = page.Next;
        }
        while (next is not null && all.Count < limit);
        return new() { OptOuts = all, Next = next };
    }
}
