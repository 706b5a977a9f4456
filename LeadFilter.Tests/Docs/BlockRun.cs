using LeadFilter.Pipeline.Staff;
using System.Diagnostics;
using System.Text;
using LeadFilter.Tests.Processes;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Docs;

/// <summary>Runs blocks of commands as a reader would paste them, against a filter of their own.</summary>
internal sealed class BlockRun : IAsyncDisposable
{
    /// <summary>What the commands of the pages are in a test: the built program, on the filter that was started.</summary>
    private const string Prelude =
        """
        leadfilter() {
          case "$1" in
            serve) echo 0 >> "$STATUSES"; return 0;;
            send|status|health|decisions|rejections|caps|statement) case " $* " in *" --url "*) ;; *) set -- "$@" --url "$ADDRESS";; esac;;
          esac
          $LEADFILTER "$@"
          status=$?
          echo "$status" >> "$STATUSES"
          return $status
        }
        dotnet() {
          if [ "$1 $2 $3 $4" = "run --project LeadFilter.Cli --" ]
          then shift 4; leadfilter "$@"
          else echo "not run here: dotnet $*"; echo 97 >> "$STATUSES"
          fi
        }
        curl() { command curl -sS "$@"; status=$?; echo "$status" >> "$STATUSES"; return $status; }
        open() { curl "$@"; }

        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ReadersFolder folder = new();
    private ServeProcess? filter;

    /// <summary>Whether a program is on the path.</summary>
    public static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs a text in the shell.</summary>
    /// <param name="commands">The commands.</param>
    /// <returns>What they wrote to both outputs, and their exit codes, separated by commas.</returns>
    public async Task<(string Output, string Statuses)> ShellAsync(string commands)
    {
        var statuses = Path.Combine(folder.Root, "statuses");
        await File.WriteAllTextAsync(statuses, "");
        var output = await ProgramAsync("sh", "commands.sh", Prelude + await HereAsync(commands), statuses);
        return (output, string.Join(',', await File.ReadAllLinesAsync(statuses)));
    }

    /// <summary>Runs a program in another language and gives what it wrote.</summary>
    /// <param name="interpreter">What runs it.</param>
    /// <param name="text">The program.</param>
    public async Task<string> ProgramAsync(string interpreter, string text) =>
        await ProgramAsync(interpreter, "program", await HereAsync(text), "");

    public async ValueTask DisposeAsync()
    {
        if (filter is not null)
        {
            await filter.DisposeAsync();
        }

        folder.Dispose();
    }

    private async Task<string> ProgramAsync(string interpreter, string file, string text, string statuses)
    {
        var path = Path.Combine(folder.Root, file);
        await File.WriteAllTextAsync(path, text);
        var start = new ProcessStartInfo(interpreter, [path])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder.Root,
        };
        start.Environment["LEADFILTER"] = ProgramStart.LeadFilter;
        start.Environment["ADDRESS"] = filter?.Visitor.Http.BaseAddress?.GetLeftPart(UriPartial.Authority) ?? "http://127.0.0.1:1";
        start.Environment["STATUSES"] = statuses;
        start.Environment[StaffKeys.AdminKeySetting] = FilterVisitor.AdminKey;
        using var process = new Process { StartInfo = start };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return output.ToString();
    }

    /// <summary>The text with the addresses and folders of this test in it; starts a filter if it needs one.</summary>
    private async Task<string> HereAsync(string text)
    {
        if (NeedsFilter(text))
        {
            filter = ServeProcess.Run("--data", folder.Data, "--campaigns", folder.Campaigns);
            await filter.ServingAsync();
        }

        var address = filter?.Visitor.Http.BaseAddress?.GetLeftPart(UriPartial.Authority) ?? "http://127.0.0.1:1";
        return text
            .Replace("http://127.0.0.1:7071", address, StringComparison.Ordinal)
            .Replace("https://filter.example.com", address, StringComparison.Ordinal)
            .Replace("/etc/leadfilter/campaigns", folder.Campaigns, StringComparison.Ordinal);
    }

    private static bool NeedsFilter(string text) =>
        ((string[])
        [
            "://127.0.0.1:7071", "send ", "leadfilter status", "leadfilter health", "decisions ", "rejections", "caps", "leadfilter statement", "dead-letters", "suppress ", "claims ", "erase ",
            "backup ",
        ])
        .Any(word => text.Contains(word, StringComparison.Ordinal));

    private static void Append(StringBuilder output, string? line)
    {
        if (line is not null)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }
    }
}
