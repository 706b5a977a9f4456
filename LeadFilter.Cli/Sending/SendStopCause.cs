namespace LeadFilter.Cli.Sending;

/// <summary>What stops a sending.</summary>
internal enum SendStopCause
{
    /// <summary>A line that cannot be sent.</summary>
    BrokenLine,

    /// <summary>A filter that does not answer.</summary>
    Unreachable,

    /// <summary>Ctrl-C.</summary>
    Interrupted,
}
