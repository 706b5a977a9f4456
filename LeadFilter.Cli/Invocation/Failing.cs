namespace LeadFilter.Cli.Invocation;

/// <summary>How every command says that it failed, or what a user has to know although it did not.</summary>
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

    /// <summary>Writes a line about a file to the error output.</summary>
    /// <param name="surroundings">Where to write.</param>
    /// <param name="file">The file's path.</param>
    /// <param name="note">What the user has to know; null if there is nothing.</param>
    public static void Remark(this Surroundings surroundings, string file, string? note)
    {
        if (note is not null)
        {
            surroundings.Err.WriteLine($"leadfilter: {Printable.Of(file)}: {note}");
        }
    }
}
