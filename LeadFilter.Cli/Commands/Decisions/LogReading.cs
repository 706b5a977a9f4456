using LeadFilter.Cli.Commands.Admin;

namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>What came of asking for a page: the page, or why there is none.</summary>
internal sealed record LogReading
{
    /// <summary>The page; null if there is none.</summary>
    public LogPage? Page { get; private init; }

    /// <summary>Why there is no page; empty if there is one.</summary>
    public string Problem { get; private init; } = "";

    /// <summary>What to tell the shell.</summary>
    public int ExitCode { get; private init; }

    /// <summary>A page.</summary>
    /// <param name="page">The page.</param>
    public static LogReading Of(LogPage page) => new() { Page = page };

    /// <summary>There is no page.</summary>
    /// <param name="answer">Why.</param>
    public static LogReading Failed(AdminAnswer answer) => new() { Problem = answer.Problem, ExitCode = answer.ExitCode };
}
