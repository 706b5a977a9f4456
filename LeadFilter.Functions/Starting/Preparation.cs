using LeadFilter.Functions.Tables;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Ports;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Functions.Starting;

/// <summary>
/// Loads the campaigns and makes the tables before the first function runs. Neither a wrong campaign file nor a table store
/// that is down keeps the app from starting: readiness says so, and vendors are told to send again.
/// </summary>
/// <param name="campaigns">The campaigns.</param>
/// <param name="tables">The tables.</param>
/// <param name="logger">Where to say what went wrong.</param>
internal sealed partial class Preparation(CampaignFolder campaigns, AzureTables tables, ILogger<Preparation> logger)
    : IHostedLifecycleService
{
    /// <summary>Runs before any hosted service starts, the worker that takes calls among them.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        campaigns.Reload();
        try
        {
            await tables.CreateAsync(cancellationToken);
        }
        catch (StoreUnavailableException failure)
        {
            TablesNotMade(logger, failure.Message);
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(
        EventId = 6001, Level = LogLevel.Error,
        Message = "Tables that are missing could not be made: {Failure} They are made at the next start")]
    private static partial void TablesNotMade(ILogger logger, string failure);
}
