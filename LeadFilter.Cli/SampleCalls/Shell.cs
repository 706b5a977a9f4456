namespace LeadFilter.Cli.SampleCalls;

/// <summary>The shells that commands are written for.</summary>
internal enum Shell
{
    /// <summary>sh, bash and zsh: on Linux and macOS, and Git Bash on Windows.</summary>
    Posix,

    /// <summary>PowerShell, on Windows.</summary>
    PowerShell,
}
