using System.Diagnostics;

namespace LeadFilter.Benchmarks.Processes;

/// <summary>A server in a process of its own, from its start until it is disposed.</summary>
internal sealed class ServedProcess : IDisposable
{
    private const string Mark = " listens on ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private ServedProcess(Process process, Uri url) => (this.process, Url) = (process, url);

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>The processor time that it has used.</summary>
    public TimeSpan ProcessorTime => Fresh().TotalProcessorTime;

    /// <summary>The memory that it has in use, in bytes.</summary>
    public long WorkingSet => Fresh().WorkingSet64;

    /// <summary>The most memory that it ever had in use, in bytes.</summary>
    public long PeakWorkingSet => Fresh().PeakWorkingSet64;

    /// <summary>Starts a program and waits for the line that says where it listens.</summary>
    /// <param name="program">Its assembly (.dll), or an executable.</param>
    /// <param name="arguments">What it is told.</param>
    /// <param name="settings">Environment variables besides those of this program.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="BenchmarkException">It does not start.</exception>
    public static async Task<ServedProcess> StartAsync(
        string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> settings, CancellationToken cancellation)
    {
        if (!File.Exists(program))
        {
            throw new BenchmarkException($"There is no file {program}. Build the solution first: dotnet build -c Release");
        }

        var isAssembly = Path.GetExtension(program) == ".dll";
        var start = new ProcessStartInfo(isAssembly ? "dotnet" : program, isAssembly ? [program, .. arguments] : arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var listens = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var started = new Process { StartInfo = start, EnableRaisingEvents = true };
        var errors = new List<string>();
        started.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.IndexOf(Mark, StringComparison.Ordinal) is { } at and >= 0)
            {
                listens.TrySetResult(new(line.Data[(at + Mark.Length)..]));
            }
        };
        started.ErrorDataReceived += (_, line) => errors.Add(line.Data ?? "");
        started.Exited += (_, _) =>
            listens.TrySetException(new BenchmarkException($"{program} does not start. {string.Join(' ', errors)}"));
        started.Start();
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        try
        {
            return new(started, await listens.Task.WaitAsync(Patience, TimeProvider.System, cancellation));
        }
        catch
        {
            End(started);
            throw;
        }
    }

    /// <summary>Ends the process. What it was doing is of no more interest.</summary>
    public void Dispose() => End(process);

    private static void End(Process running)
    {
        running.Kill(entireProcessTree: true);
        running.WaitForExit();
        running.Dispose();
    }

    private Process Fresh()
    {
        process.Refresh();
        return process;
    }
}
