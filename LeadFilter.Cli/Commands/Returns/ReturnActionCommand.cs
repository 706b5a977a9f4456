using System.CommandLine;
using System.Text.Json;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Cli.Invocation;
using LeadFilter.Core.Returns.Cases;
using LeadFilter.Http.Routing;

namespace LeadFilter.Cli.Commands.Returns;

/// <summary>The commands that do something with a return: <c>dispute</c>, <c>withdraw</c>, <c>accept</c>, <c>deny</c>.</summary>
internal static class ReturnActionCommand
{
    /// <summary>Makes a command.</summary>
    /// <param name="surroundings">What it may use.</param>
    /// <param name="action">What it does.</param>
    /// <param name="description">The same, in a sentence.</param>
    public static Command Create(Surroundings surroundings, ReturnAction action, string description)
    {
        var name = ReturnActionName.Of(action);
        var isReasonRequired = action == ReturnAction.Deny;
        var example = $"leadfilter returns {name} 0193f0a0c0c07000800000000000000a --campaign solar";
        var command = new ExampledCommand(name, description, isReasonRequired ? $"{example} --reason person_reached" : example);
        var (lead, campaign, url, folder, key) = (
            SharedOptions.Lead(), SharedOptions.Campaign(), SharedOptions.Url(), SharedOptions.Folder(), SharedOptions.AdminKey());
        var reason = new Option<string?>("--reason")
        {
            Description = "Why, as a code such as person_reached; what people write is not kept",
            HelpName = "CODE",
            Required = isReasonRequired,
        };
        var json = SharedOptions.Json("Write the return as one JSON object");
        command.Arguments.Add(lead);
        foreach (var option in (Option[])[reason, campaign, url, key, folder, json])
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            using var filter = AdminApi.Open(
                surroundings, parsed.GetRequiredValue(url), parsed.GetValue(key), parsed.GetRequiredValue(folder));
            var target = FilterAddress.Of(
                filter.Url, Addresses.AnswerReturn, [parsed.GetRequiredValue(campaign).ToString(), parsed.GetRequiredValue(lead)]);
            var changed = await filter.SendAsync(
                HttpMethod.Post,
                target,
                JsonSerializer.Serialize(new(name, parsed.GetValue(reason)), ReturnJson.Default.ReturnBody),
                "application/json",
                ReturnJson.Default.ReturnLine,
                cancellation);
            if (parsed.GetValue(json))
            {
                surroundings.Out.WriteJsonLine(changed, ReturnJson.Default.ReturnLine);
            }
            else
            {
                ReturnTable.Write(surroundings.Output, changed);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
