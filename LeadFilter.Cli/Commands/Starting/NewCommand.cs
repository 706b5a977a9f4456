using System.CommandLine;
using LeadFilter.Cli.Invocation;
using LeadFilter.Core.Campaigns;

namespace LeadFilter.Cli.Commands.Starting;

/// <summary><c>leadfilter new</c>: writes files to start from.</summary>
internal static class NewCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var command = new ExampledCommand("new", "Writes a file to start from.", "leadfilter new campaign roofing");
        command.Subcommands.Add(Campaign(surroundings));
        return command;
    }

    private static ExampledCommand Campaign(Surroundings surroundings)
    {
        var name = new Argument<CampaignId>("NAME")
        {
            Description = "The campaign's id, which is also the file's name",
            CustomParser = result =>
            {
                if (!CampaignId.TryParse(result.Tokens[0].Value, out var id))
                {
                    result.AddError("NAME: an id is 1 to 64 of a-z, 0-9, '-' and '_', beginning with a letter or digit");
                }

                return id;
            },
        };
        var folder = SharedOptions.Campaigns("--folder");
        var command = new ExampledCommand(
            "campaign",
            "Writes a valid campaign with comments, and what is missing beside it: vendors.json with a first vendor, whose key is shown "
                + "once, and the schemas for editors. It never replaces a file.",
            "leadfilter new campaign roofing",
            "leadfilter new campaign roofing --folder /etc/leadfilter/campaigns")
        {
            name,
            folder,
        };
        command.SetAction(parsed => Run(surroundings, parsed.GetRequiredValue(name), parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Run(Surroundings surroundings, CampaignId id, string folder)
    {
        var starter = new CampaignStarter(folder, id);
        if (!starter.TryWrite(out var problem))
        {
            return surroundings.Fail(ExitCode.WrongInput, problem);
        }

        foreach (var line in new NextSteps(surroundings.Program, folder, id).After(starter))
        {
            surroundings.Out.WriteLine(line);
        }

        return ExitCode.Done;
    }
}
