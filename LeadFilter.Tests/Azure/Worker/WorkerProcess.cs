using System.Diagnostics;
using System.Text;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Azure.Worker;

/// <summary>
/// The app that LeadFilter.Functions is built into, in a process of its own, started with what the Functions host starts it with.
/// </summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly StringBuilder written = new();

    private WorkerProcess(ProcessStartInfo start)
    {
        process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
    }

    /// <summary>
    /// The folder that the app was built into: as the tests, it has a Debug and a Release one. <c>LEADFILTER_WORKER_FOLDER</c> names
    /// another one.
    /// </summary>
    public static string Folder { get; } = Environment.GetEnvironmentVariable("LEADFILTER_WORKER_FOLDER") ?? AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)
        .Replace(
            Path.Combine(SampleFiles.Root, "LeadFilter.Tests"),
            Path.Combine(SampleFiles.Root, "LeadFilter.Functions"),
            StringComparison.Ordinal);

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

    /// <param name="host">Where the host listens.</param>
    /// <param name="settings">The app's settings.</param>
    public static WorkerProcess Start(Uri host, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])
            [
                Path.Combine(Folder, "LeadFilter.Functions.dll"),
                "--functions-uri", host.ToString(),
                "--functions-worker-id", "worker",
                "--functions-request-id", "start",
                "--functions-grpc-max-message-length", $"{int.MaxValue}",
            ])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = Folder;
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var started = new WorkerProcess(start);
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
        return await ExitCodeAsync().WaitAsync(Patience);
    }

    /// <summary>Waits for its end, and for all that it wrote.</summary>
    public async Task<int> ExitCodeAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private void Hear(string? line)
    {
        lock (written)
        {
            written.AppendLine(line);
        }
    }
}
