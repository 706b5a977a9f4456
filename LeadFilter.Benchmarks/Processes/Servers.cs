using LeadFilter.Benchmarks.Leads;
using LeadFilter.Core.Permissions;

namespace LeadFilter.Benchmarks.Processes;

/// <summary>
/// Starts what is measured: the filter and its peers, each with data of its own, and a CRM that takes what is bought. All of it,
/// and its folder, is gone when this is disposed.
/// </summary>
/// <param name="filter">The filter's program; null for the one that was built together with this one.</param>
/// <param name="bare">The bare endpoint's program; null for the one that was built together with this one.</param>
internal sealed class Servers(string? filter = null, string? bare = null) : IDisposable
{
    private const string DeliveryUrl = "\"url\": \"/demo/crm/leads\"";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("leadfilter-benchmark-");
    private readonly List<ServedProcess> running = [];
    private int folders;

    /// <summary>
    /// Settings of the filters that are started from now on, besides those of this program. Without that of the CRM's address, every
    /// delivery would be refused.
    /// </summary>
    public Dictionary<string, string> Settings { get; } = new() { [Destinations.SettingName] = "127.0.0.0/8" };

    /// <summary>What changes the sample's files before a filter is started with them.</summary>
    public Func<string, string> Change { get; set; } = static text => text;

    /// <summary>The folder for whatever a measurement needs.</summary>
    public string Folder => folder.FullName;

    /// <summary>Starts a bare endpoint.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ServedProcess> StartBareAsync(CancellationToken cancellation) =>
        Keep(await ServedProcess.StartAsync(bare ?? BesideThis("bare-endpoint.dll"), [], Settings, cancellation));

    /// <summary>Starts a peer, with an empty data folder if it stores anything.</summary>
    /// <param name="peer">Which.</param>
    /// <param name="crm">The CRM, for who delivers.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<ServedProcess> StartAsync(Peer peer, ServedProcess crm, CancellationToken cancellation) =>
        StartAsync(peer, crm, Path.Combine(Folder, $"{peer}-{++folders}"), cancellation);

    /// <summary>Starts a peer with the data that it has, or none yet.</summary>
    /// <param name="peer">Which.</param>
    /// <param name="crm">The CRM, for who delivers.</param>
    /// <param name="data">The peer's data folder.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ServedProcess> StartAsync(Peer peer, ServedProcess crm, string data, CancellationToken cancellation) => peer switch
    {
        Peer.Floor => Keep(await ServedProcess.StartAsync(BesideThis("durable-floor.dll"), ["--data", data], Settings, cancellation)),
        Peer.Team => Keep(await ServedProcess.StartAsync(
            BesideThis("team-program.dll"),
            ["--data", data, "--crm", new Uri(crm.Url, LeadSource.Path).ToString()],
            Settings,
            cancellation)),
        _ => await StartBareAsync(cancellation),
    };

    /// <summary>Starts a filter with an empty data folder and the sample campaign, delivering to a CRM.</summary>
    /// <param name="crm">The CRM.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ServedProcess> StartFilterAsync(ServedProcess crm, CancellationToken cancellation)
    {
        var campaigns = Directory.CreateDirectory(Path.Combine(Folder, $"campaigns-{++folders}")).FullName;
        foreach (var file in Directory.EnumerateFiles(BesideThis("campaigns"), "*.json"))
        {
            var text = await File.ReadAllTextAsync(file, cancellation);
            await File.WriteAllTextAsync(
                Path.Combine(campaigns, Path.GetFileName(file)),
                Change(text).Replace(DeliveryUrl, $"\"url\": \"{new Uri(crm.Url, LeadSource.Path)}\"", StringComparison.Ordinal),
                cancellation);
        }

        return await RestartFilterAsync(cancellation);
    }

    /// <summary>Starts the filter that was started last once more, with the data that it has.</summary>
    /// <param name="cancellation">Gives up.</param>
    public async Task<ServedProcess> RestartFilterAsync(CancellationToken cancellation) => Keep(await ServedProcess.StartAsync(
        filter ?? BesideThis("leadfilter.dll"),
        [
            "serve",
            "--port",
            "0",
            "--data",
            Path.Combine(Folder, $"data-{folders}"),
            "--campaigns",
            Path.Combine(Folder, $"campaigns-{folders}"),
        ],
        Settings,
        cancellation));

    /// <summary>Ends a process before the others.</summary>
    /// <param name="process">The process.</param>
    public void Stop(ServedProcess process)
    {
        running.Remove(process);
        process.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        running.ForEach(static process => process.Dispose());
        folder.Delete(recursive: true);
    }

    private static string BesideThis(string name) => Path.Combine(AppContext.BaseDirectory, name);

    private ServedProcess Keep(ServedProcess process)
    {
        running.Add(process);
        return process;
    }
}
