namespace LeadFilter.Cli.Invocation;

/// <summary>How every command says that it failed.</summary>
internal static class Failing
{
    /// <summary>Writes one line to the error output.</summary>
    /// <param name="surroundings">Where to write.</param>
    /// <param name="code">The exit code.</param>
    /// <param name="message">What is wrong and what to do.</param>
    /// <returns>The exit code.</returns>
    public static int Fail(this Surroundings surroundings, int code, string message)
    {
        surroundings.Err.WriteLine($"leadfilter: {Printable.Of(message)}");
        return code;
    }
}
