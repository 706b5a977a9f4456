using System.Collections.Frozen;
using System.CommandLine;
using System.CommandLine.Parsing;
using LeadFilter.Core.Files;

namespace LeadFilter.Cli.Invocation;

/// <summary>Commands and options on a command line that there are not, each with the one that is meant.</summary>
internal static class MistypedWords
{
    /// <summary>What other programs call our commands.</summary>
    private static readonly FrozenDictionary<string, string> Synonyms = new Dictionary<string, string>
    {
        ["run"] = "serve", ["start"] = "serve", ["listen"] = "serve", ["up"] = "serve",
        ["validate"] = "check", ["lint"] = "check", ["verify"] = "check", ["test"] = "check",
        ["why"] = "explain", ["debug"] = "explain", ["trace"] = "explain",
        ["init"] = "new", ["create"] = "new",
        ["post"] = "send", ["submit"] = "send",
        ["clean"] = "standardize", ["normalize"] = "standardize", ["standardise"] = "standardize",
        ["rejects"] = "rejections", ["rejected"] = "rejections", ["log"] = "rejections", ["logs"] = "rejections",
        ["bought"] = "decisions", ["history"] = "decisions", ["ready"] = "status",
        ["limits"] = "caps", ["quota"] = "caps",
        ["dlq"] = "dead-letters", ["deadletters"] = "dead-letters", ["queue"] = "dead-letters",
        ["blocklist"] = "suppress", ["blacklist"] = "suppress", ["suppression"] = "suppress", ["dnc"] = "suppress",
        ["purchases"] = "claims", ["delete"] = "drop", ["retry"] = "replay", ["show"] = "list",
    }.ToFrozenDictionary();

    /// <summary>Says what is wrong with each.</summary>
    /// <param name="parsed">The command line.</param>
    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var options = command.Options.Concat(parsed.RootCommandResult.Command.Options.Where(static one => one.Recursive))
            .Where(static one => !one.Hidden)
            .SelectMany(static one => one.Aliases.Prepend(one.Name))
            .Where(static name => name.StartsWith("--", StringComparison.Ordinal))
            .Distinct()
            .ToArray();
        var commands = command.Subcommands.Where(static one => !one.Hidden).Select(static one => one.Name).ToArray();
        var words = parsed.UnmatchedTokens.Concat(OptionsTakenForArguments(parsed)).ToList();

        // The words behind an unknown option or command are its own, most likely.
        return words.Exists(IsOption)
            ? [.. words.Where(IsOption).Select(word => Message(word, "option", options, Suggestion.Closest(word, options)))]
            : words is [var first, ..] && commands.Length > 0
            ? [Message(first, "command", commands, Meant(first, commands))]
            : [.. words.Select(static word => $"'{word}' is one word too many. Quote a value that has blanks")];
    }

    private static string? Meant(string word, string[] commands) =>
        Synonyms.GetValueOrDefault(word.ToLowerInvariant()) is { } meant && commands.Contains(meant)
            ? meant
            : Suggestion.Closest(word, commands);

    private static string Message(string word, string what, string[] known, string? meant) => meant is not null
        ? $"there is no {what} '{word}'. Write '{meant}' if you meant that"
        : $"there is no {what} '{word}'. There are: {string.Join(", ", known)}";

    /// <summary>An argument takes any word, a mistyped option too, unless <c>--</c> says that no options follow.</summary>
    private static IEnumerable<string> OptionsTakenForArguments(ParseResult parsed) =>
        parsed.Tokens.Any(static token => token.Type == TokenType.DoubleDash)
            ? []
            : parsed.CommandResult.Children.OfType<ArgumentResult>()
                .SelectMany(static argument => argument.Tokens)
                .Select(static token => token.Value)
                .Where(IsOption);

    private static bool IsOption(string word) => word.Length > 2 && word.StartsWith("--", StringComparison.Ordinal);
}
