using System.CommandLine;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Cli.Commands.DeadLetters;

/// <summary>What stands behind <c>leadfilter dead-letters</c> and one of its verbs.</summary>
internal sealed class DeadLettersOptions
{
    private readonly Option<string> folder = SharedOptions.Folder();
    private readonly Option<string> queue = new("--queue")
    {
        Description = "The queue",
        HelpName = "QUEUE",
        DefaultValueFactory = _ => QueueNames.Leads,
    };

    private readonly Argument<string[]> ids = new("ID")
    {
        Description = "Ids of dead letters, as list shows them",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<bool> all = new("--all") { Description = "All of the queue" };
    private readonly Option<bool> yes = new("--yes") { Description = "Do not ask" };
    private readonly Option<bool> json = SharedOptions.Json("Write JSON");

    private DeadLettersOptions() => queue.AcceptOnlyFromAmong([.. QueueNames.All]);

    /// <summary>Adds the options of listing.</summary>
    /// <param name="command">The command.</param>
    /// <param name="run">Runs it.</param>
    public static void AddListing(Command command, Func<DeadLetterTarget, CancellationToken, Task<int>> run) =>
        new DeadLettersOptions().AddTo(command, run);

    /// <summary>Adds the options of changing.</summary>
    /// <param name="command">The command.</param>
    /// <param name="asks">Whether it asks first.</param>
    /// <param name="run">Runs it.</param>
    public static void AddChanging(Command command, bool asks, Func<DeadLetterTarget, CancellationToken, Task<int>> run)
    {
        var options = new DeadLettersOptions();
        command.Arguments.Add(options.ids);
        command.Options.Add(options.all);
        if (asks)
        {
            command.Options.Add(options.yes);
        }

        command.Validators.Add(result =>
        {
            var named = result.GetValue(options.ids) is { Length: > 0 };
            if (named == result.GetValue(options.all))
            {
                result.AddError("give either ids (dead-letters list shows them) or --all");
            }
        });
        options.AddTo(command, run);
    }

    private void AddTo(Command command, Func<DeadLetterTarget, CancellationToken, Task<int>> run)
    {
        command.Options.Add(queue);
        command.Options.Add(folder);
        command.Options.Add(json);
        var changes = command.Arguments.Contains(ids);
        var asks = command.Options.Contains(yes);
        command.SetAction((parsed, cancellation) => run(
            new DeadLetterTarget
            {
                Folder = parsed.GetRequiredValue(folder),
                Queue = parsed.GetRequiredValue(queue),
                Ids = changes ? parsed.GetValue(ids) ?? [] : [],
                All = changes && parsed.GetValue(all),
                Yes = asks && parsed.GetValue(yes),
                Json = parsed.GetValue(json),
            },
            cancellation));
    }
}
