using System.CommandLine;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Cli.Invocation;
using LeadFilter.Http.Routing;

namespace LeadFilter.Cli.Commands.Returns;

/// <summary><c>leadfilter returns show</c>.</summary>
internal static class ReturnShowCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var command = new ExampledCommand(
            "show",
            "Shows the return of a lead, with all its changes. Times are UTC.",
            "leadfilter returns show 0193f0a0c0c07000800000000000000a --campaign solar");
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
                Addresses.AnswerReturn,
                [parsed.GetRequiredValue(campaign).ToString(), parsed.GetRequiredValue(lead)],
                "",
                ReturnJson.Default.ReturnLine,
                cancellation);
            if (parsed.GetValue(json))
            {
                surroundings.Out.WriteLine(line);
            }
            else
            {
                ReturnTable.Write(surroundings.Output, known);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
