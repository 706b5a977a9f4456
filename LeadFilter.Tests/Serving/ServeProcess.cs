using LeadFilter.Pipeline.Staff;
using System.Diagnostics;
using System.Text;
using LeadFilter.Cli.Serving;
using LeadFilter.Core.Permissions;
using LeadFilter.Tests.Processes;

namespace LeadFilter.Tests.Serving;

/// <summary><c>leadfilter serve</c> in a process of its own, which is killed at the end if it still runs.</summary>
internal sealed class ServeProcess : IAsyncDisposable
{
    /// <summary>What stands before its address.</summary>
    public const string Greeting = "LeadFilter listens on ";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly long startedAt = TimeProvider.System.GetTimestamp();
    private readonly StringBuilder written = new();
    private readonly TaskCompletionSource<Uri?> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FilterVisitor? visitor;

    private ServeProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
    }

    /// <summary>Everything that it wrote to the console.</summary>
    public string Console
    {
        get
        {
            lock (written)
            {
                return written.ToString();
            }
        }
    }

    /// <summary>How long ago it was started.</summary>
    public TimeSpan Age => TimeProvider.System.GetElapsedTime(startedAt);

    /// <summary>The process's number.</summary>
    public int Id => process.Id;

    /// <summary>The most memory that it ever had, in bytes; while it runs.</summary>
    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>How much time of processors it used; while it runs.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public FilterVisitor Visitor => visitor ?? throw new InvalidOperationException("It does not serve.");

    /// <summary>Starts it and waits until it serves.</summary>
    /// <param name="folders">Its folders.</param>
    /// <param name="settings">Environment variables that it gets besides.</param>
    public static async Task<ServeProcess> StartAsync(FilterFolders folders, params (string Name, string Value)[] settings)
    {
        var start = Serve(OptionsOf(folders));
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var started = Run(start);
        await started.ServingAsync();
        return started;
    }

    /// <summary>Starts it and does not wait.</summary>
    public static ServeProcess Begin(FilterFolders folders) => Run(OptionsOf(folders));

    /// <summary>Waits until it serves.</summary>
    public async Task ServingAsync()
    {
        if (await address.Task.WaitAsync(Patience) is not { } found)
        {
            // Its end may be told before its last words.
            await process.WaitForExitAsync().WaitAsync(Patience);
            throw new AssertFailedException($"serve did not start:\n{Console}");
        }

        visitor = new(found);
    }

    /// <summary>Starts one whose files may be kept from growing by <see cref="FileSizeLimit"/>, and waits until it serves.</summary>
    public static async Task<ServeProcess> StartLimitableAsync(FilterFolders folders)
    {
        var started = Run(FileSizeLimit.Prepare(Serve(OptionsOf(folders))));
        await started.ServingAsync();
        return started;
    }

    /// <summary>Starts one that may have so many files open, connections included, and waits until it serves. Not on Windows.</summary>
    /// <param name="folders">The folders.</param>
    /// <param name="openFiles">How many.</param>
    /// <param name="settings">Its settings.</param>
    public static async Task<ServeProcess> StartWithFilesAsync(
        FilterFolders folders, int openFiles, params IEnumerable<(string Name, string Value)> settings)
    {
        var start = ProgramStart.After($"ulimit -n {openFiles}", Serve(OptionsOf(folders)));
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var started = Run(start);
        await started.ServingAsync();
        return started;
    }

    /// <summary>Starts <c>leadfilter serve</c> with any options; on a free port unless they name one, for somebody may serve beside the tests.</summary>
    public static ServeProcess Run(params string[] options) => Run(Serve(options));

    /// <summary>Starts a filter that shares its data folder with others, and waits until it serves.</summary>
    /// <param name="folders">The folders.</param>
    /// <param name="anchor">When the clocks of all of them began to run fast.</param>
    public static async Task<ServeProcess> StartSharingAsync(FilterFolders folders, DateTimeOffset anchor)
    {
        var started = Run(ProgramStart.OfTests(SharingFilter.Word, folders.Data, folders.Campaigns, $"{anchor:O}"));
        await started.ServingAsync();
        return started;
    }

    private static string[] OptionsOf(FilterFolders folders) =>
        ["--data", folders.Data, "--campaigns", folders.Campaigns];

    private static ProcessStartInfo Serve(string[] options) =>
        ProgramStart.Of(typeof(FilterHost), ["serve", .. options.Contains("--port") ? options : ["--port", "0", .. options]]);

    private static ServeProcess Run(ProcessStartInfo start)
    {
        start.Environment[StaffKeys.AdminKeySetting] = FilterVisitor.AdminKey;
        start.Environment[Destinations.SettingName] = FilterVisitor.Loopback;
        var started = new ServeProcess(new() { StartInfo = start, EnableRaisingEvents = true });
        started.process.Exited += (_, _) => started.address.TrySetResult(null);
        started.process.Start();
        started.process.BeginOutputReadLine();
        started.process.BeginErrorReadLine();
        return started;
    }

    /// <summary>Ends it at once, as <c>kill -9</c> does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync().WaitAsync(Patience);
    }

    /// <summary>Asks it to end, as <c>kill</c> does, and waits for its exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("sh", ["-c", $"kill -TERM {process.Id}"]);
        await kill.WaitForExitAsync().WaitAsync(Patience);
        return await ExitCodeAsync();
    }

    public async Task<int> ExitCodeAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        visitor?.Dispose();
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (written)
        {
            written.AppendLine(line);
        }

        if (line.StartsWith(Greeting, StringComparison.Ordinal))
        {
            address.TrySetResult(new(line[Greeting.Length..]));
        }
    }
}
