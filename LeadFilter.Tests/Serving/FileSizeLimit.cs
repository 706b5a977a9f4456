using System.Diagnostics;
using System.Globalization;
using LeadFilter.Tests.Processes;

namespace LeadFilter.Tests.Serving;

/// <summary>Lets no file of a process grow beyond a size, as a full disk does, while the process runs. Linux only.</summary>
/// <param name="processId">The process.</param>
internal sealed class FileSizeLimit(int processId)
{
    /// <summary>
    /// Has a process ignore the signal of a file that meets the limit, so that it gets an error instead, as from a full disk.
    /// What is ignored stays so in the program that the shell becomes.
    /// </summary>
    public static ProcessStartInfo Prepare(ProcessStartInfo start) => ProgramStart.After("trap '' XFSZ", start);

    /// <summary>No file grows beyond so many bytes.</summary>
    public Task SetAsync(long bytes) => SetAsync(bytes.ToString(CultureInfo.InvariantCulture));

    /// <summary>Files may grow again.</summary>
    public Task LiftAsync() => SetAsync("unlimited");

    private async Task SetAsync(string soft)
    {
        using var set = Process.Start("prlimit", ["--pid", processId.ToString(CultureInfo.InvariantCulture), $"--fsize={soft}:unlimited"]);
        await set.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(5));
        Assert.AreEqual(0, set.ExitCode);
    }
}
