using System.CommandLine;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Cli.Invocation;
using LeadFilter.Http.Routing;

namespace LeadFilter.Cli.Commands.Accounts;

/// <summary><c>leadfilter lead</c>: shows everything that a filter knows of one lead.</summary>
internal static class LeadCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var command = new ExampledCommand(
            "lead",
            "Shows everything that a running filter knows of one lead: the decision with all findings, the delivery, what became of it. "
                + "Times are UTC.",
            "leadfilter lead 0193f0a0c0c07000800000000000000a",
            "leadfilter lead 0193f0a0c0c07000800000000000000a --campaign insurance --json");
        var (lead, campaign, url, folder, key) = (
            SharedOptions.Lead(), SharedOptions.Campaign(), SharedOptions.Url(), SharedOptions.Folder(), SharedOptions.AdminKey());
        var json = SharedOptions.Json("Write one JSON object, as the filter gives it");
        command.Arguments.Add(lead);
        foreach (var option in (Option[])[campaign, url, key, folder, json])
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            using var filter = AdminApi.Open(
                surroundings, parsed.GetRequiredValue(url), parsed.GetValue(key), parsed.GetRequiredValue(folder));
            var (known, line) = await filter.ReadAsync(
                Addresses.ShowLead,
                [parsed.GetRequiredValue(campaign).ToString(), parsed.GetRequiredValue(lead)],
                "",
                LeadPageJson.Default.LeadPage,
                cancellation);
            if (parsed.GetValue(json))
            {
                surroundings.Out.WriteLine(line);
            }
            else
            {
                LeadText.Write(surroundings.Output, known);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
