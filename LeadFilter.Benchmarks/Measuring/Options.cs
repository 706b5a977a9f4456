using System.CommandLine;

namespace LeadFilter.Benchmarks.Measuring;

/// <summary>Options that several commands have.</summary>
internal static class Options
{
    /// <summary>A number.</summary>
    /// <param name="name">The option's name.</param>
    /// <param name="unit">What stands for its value.</param>
    /// <param name="description">What it says.</param>
    /// <param name="usual">Its value if it is not given.</param>
    /// <param name="least">The least that may be given.</param>
    /// <param name="most">The most.</param>
    public static Option<int> Number(string name, string unit, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name)
        {
            Description = $"{description}, {least} to {most}",
            HelpName = unit,
            DefaultValueFactory = _ => usual,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var given) && given >= least && given <= most))
            {
                result.AddError($"{name}: give a number from {least} to {most}");
            }
        });
        return option;
    }

    /// <summary>Whether a program reads the output.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Write the result as one JSON document" };

    /// <summary>A file for the plot.</summary>
    public static Option<string?> Svg() => new("--svg") { Description = "Draw the result into this file, too", HelpName = "FILE" };

    /// <summary>Another build of the filter.</summary>
    public static Option<string?> Filter() => new("--filter")
    {
        Description = "Another leadfilter program to measure, such as one built before a change; else the one that was built with "
            + "this program",
        HelpName = "FILE",
    };
}
