using System.CommandLine;
using LeadFilter.Cli.Invocation;

namespace LeadFilter.Cli.Commands.DeadLetters;

/// <summary><c>leadfilter dead-letters</c>: shows messages that were given up, sends them again or deletes them.</summary>
internal static class DeadLettersCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    /// <param name="open">Opens the dead letters of a data folder.</param>
    public static Command Create(Surroundings surroundings, OpenDeadLetters open)
    {
        var folder = new DeadLettersFolder(surroundings, open);
        var list = new ExampledCommand(
            "list",
            "Lists the dead letters of a queue, oldest first. Times are UTC.",
            "leadfilter dead-letters list",
            "leadfilter dead-letters list --json");
        DeadLettersOptions.AddListing(list, folder.ListAsync);
        var replay = new ExampledCommand(
            "replay",
            "Puts dead letters back into their queue, where they are tried at once.",
            "leadfilter dead-letters replay 0193a5b27c4d7e8f9a0b1c2d3e4f5a6b",
            "leadfilter dead-letters replay --all");
        DeadLettersOptions.AddChanging(replay, asks: false, folder.ReplayAsync);
        var drop = new ExampledCommand(
            "drop",
            "Deletes dead letters for good.",
            "leadfilter dead-letters drop 0193a5b27c4d7e8f9a0b1c2d3e4f5a6b",
            "leadfilter dead-letters drop --all --yes");
        DeadLettersOptions.AddChanging(drop, asks: true, folder.DropAsync);
        return new ExampledCommand(
            "dead-letters",
            "Shows bought leads and notices that could not be delivered, sends them again, or deletes them. Works on the data folder, even "
                + "while serve runs.",
            [.. list.Examples.Take(1), .. replay.Examples.Skip(1), .. drop.Examples.Take(1)])
        {
            list,
            replay,
            drop,
        };
    }
}
