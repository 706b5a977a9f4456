namespace LeadFilter.Cli.Commands.Admin;

/// <summary>What a filter said to a request with the admin key: its answer, or why there is none.</summary>
internal readonly record struct AdminAnswer
{
    /// <summary>The answer's body; null if there is none.</summary>
    public byte[]? Body { get; private init; }

    /// <summary>Why there is no answer; empty if there is one.</summary>
    public string Problem { get; private init; }

    /// <summary>What to tell the shell if there is none.</summary>
    public int ExitCode { get; private init; }

    /// <summary>An answer.</summary>
    /// <param name="body">Its body.</param>
    public static AdminAnswer Of(byte[] body) => new() { Body = body, Problem = "" };

    /// <summary>The request is wrong.</summary>
    /// <param name="problem">What is wrong.</param>
    public static AdminAnswer Refused(string problem) => new() { Problem = problem, ExitCode = Invocation.ExitCode.WrongInput };

    /// <summary>Nobody answers, or nobody who can.</summary>
    /// <param name="problem">What went wrong.</param>
    public static AdminAnswer Unreachable(string problem) => new() { Problem = problem, ExitCode = Invocation.ExitCode.Unreachable };
}
