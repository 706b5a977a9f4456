namespace LeadFilter.Cli.Invocation;

/// <summary>A filter refuses what a command asks; the message tells the user what to do.</summary>
internal sealed class RefusedException : Exception
{
    /// <summary>Makes the exception.</summary>
    public RefusedException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public RefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">The cause.</param>
    public RefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
