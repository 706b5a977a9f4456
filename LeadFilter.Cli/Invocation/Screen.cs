using Spectre.Console;

namespace LeadFilter.Cli.Invocation;

/// <summary>Makes consoles that show colours and moving things only where somebody sees them.</summary>
internal static class Screen
{
    /// <summary>Wide enough that no table of ours wraps in a file or a pipe, whose width nobody knows.</summary>
    private const int RedirectedWidth = 100_000;

    /// <summary>Makes a console.</summary>
    /// <param name="writer">Where it writes.</param>
    /// <param name="redirected">Whether that is a file or a pipe: no colours, no progress, no wrapping.</param>
    /// <param name="variable">Reads environment variables: <c>NO_COLOR</c> (https://no-color.org) turns colours off.</param>
    public static IAnsiConsole Of(TextWriter writer, bool redirected, Func<string, string?> variable)
    {
        var plain = redirected || !string.IsNullOrEmpty(variable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (redirected)
        {
            console.Profile.Width = RedirectedWidth;
        }

        return console;
    }
}
