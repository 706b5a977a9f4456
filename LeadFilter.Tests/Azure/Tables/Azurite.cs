using System.Diagnostics;
using LeadFilter.Tests.Folders;

namespace LeadFilter.Tests.Azure.Tables;

/// <summary>
/// The storage account that tests of the real table client use, once for the whole run: the one that the environment variable
/// LEADFILTER_TEST_TABLES gives a connection string to; otherwise Azurite, on a free port and in memory, if <c>npm ci</c> was
/// run in tools/azurite. Without either, the tests are skipped.
/// </summary>
[TestClass]
public static class Azurite
{
    private const string SettingName = "LEADFILTER_TEST_TABLES";
    private const string PortWord = "port ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // Azurite's account for everybody, as its documentation prints it.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly Lazy<Task<string>> Started = new(StartAsync);
    private static Process? process;

    /// <summary>How the account is reached.</summary>
    /// <exception cref="AssertInconclusiveException">There is none.</exception>
    public static Task<string> ConnectAsync() => Started.Value;

    [AssemblyCleanup]
    public static void Stop()
    {
        process?.Kill();
        process?.Dispose();
    }

    private static async Task<string> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(SettingName) is { Length: > 0 } connectionString)
        {
            return connectionString;
        }

        var folder = Path.Combine(SampleFiles.Root, "tools", "azurite");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new AssertInconclusiveException("Run npm ci in tools/azurite to test against Azurite.");
        }

        process = Process.Start(new ProcessStartInfo("node", "tables.cjs")
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        while (await process.StandardOutput.ReadLineAsync().WaitAsync(Patience) is { } line)
        {
            if (line.StartsWith(PortWord, StringComparison.Ordinal))
            {
                // What it says later is read, so that it never waits for a reader.
                _ = process.StandardOutput.ReadToEndAsync();
                var address = $"http://127.0.0.1:{line[PortWord.Length..]}/{Account}";
                return $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};TableEndpoint={address}";
            }
        }

        throw new AssertFailedException($"Azurite ended before it listened. Run npm ci in {folder} again.");
    }
}
