using System.CommandLine;

namespace LeadFilter.Cli.Commands.Erase;

/// <summary>What stands behind <c>leadfilter erase</c>.</summary>
internal static class EraseOptions
{
    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="run">Runs it.</param>
    public static void AddTo(Command command, Func<EraseRequest, CancellationToken, Task<int>> run)
    {
        var values = new Argument<string[]>("VALUE")
        {
            Description = "E-mail addresses and telephone numbers of one person; without any, they are read from the standard input, "
                + "one a line, and are not kept in the shell's history",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only look; erase nothing" };
        var yes = new Option<bool>("--yes") { Description = "Do not ask" };
        var campaigns = SharedOptions.Campaigns("--campaigns");
        var (folder, url, key) = (SharedOptions.Folder(), SharedOptions.OtherFilter(), SharedOptions.AdminKey());
        var json = SharedOptions.Json("Write one JSON document");
        command.Arguments.Add(values);
        foreach (var option in (Option[])[dryRun, yes, campaigns, folder, url, key, json])
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellation) => run(
            new()
            {
                Values = parsed.GetValue(values) ?? [],
                DryRun = parsed.GetValue(dryRun),
                Yes = parsed.GetValue(yes),
                Json = parsed.GetValue(json),
                Folder = parsed.GetRequiredValue(folder),
                Campaigns = parsed.GetRequiredValue(campaigns),
                Url = parsed.GetValue(url),
                Key = parsed.GetValue(key),
            },
            cancellation));
    }
}
