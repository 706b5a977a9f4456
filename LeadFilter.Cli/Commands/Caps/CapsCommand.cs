using System.CommandLine;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Cli.Invocation;
using LeadFilter.Http.Routing;

namespace LeadFilter.Cli.Commands.Caps;

/// <summary><c>leadfilter caps</c>: shows what is left under the caps of a campaign.</summary>
internal static class CapsCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var command = new ExampledCommand(
            "caps",
            "Shows how many leads a running filter still buys under the caps of a campaign. Times are UTC.",
            "leadfilter caps --campaign solar",
            "leadfilter caps --campaign solar --json");
        var (campaign, url, folder, key) = (
            SharedOptions.Campaign(), SharedOptions.Url(), SharedOptions.Folder(), SharedOptions.AdminKey());
        var json = SharedOptions.Json("Write one JSON object per line (NDJSON), as the filter gives them");
        foreach (var option in (Option[])[campaign, url, key, folder, json])
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            using var filter = AdminApi.Open(
                surroundings, parsed.GetRequiredValue(url), parsed.GetValue(key), parsed.GetRequiredValue(folder));
            var (list, _) = await filter.ReadAsync(
                Addresses.ListCaps, [parsed.GetRequiredValue(campaign).ToString()], "", CapsJson.Default.CapList, cancellation);
            Write(list.Caps, parsed.GetValue(json), surroundings);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(IReadOnlyList<CapLine> caps, bool json, Surroundings surroundings)
    {
        if (json)
        {
            foreach (var cap in caps)
            {
                surroundings.Out.WriteJsonLine(cap, CapsJson.Default.CapLine);
            }
        }
        else if (caps.Count > 0)
        {
            CapsTable.Write(surroundings.Output, caps);
        }

        if (caps.Count == 0)
        {
            surroundings.Err.WriteLine("The campaign has no caps.");
        }
    }
}
