using LeadFilter.Cli.DemoCrm;
using LeadFilter.Cli.Serving;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Staff;
using LeadFilter.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Serving;

/// <summary>What the web server would do beside each request, for nobody.</summary>
[TestClass]
public sealed class QuietHostTests
{
    [TestMethod]
    public async Task Files_of_the_working_folder_are_not_watched()
    {
        var files = await AskAsync(static app =>
            ((IConfigurationRoot)app.Configuration).Providers.OfType<FileConfigurationProvider>().Select(static file => file.Source).ToArray());

        Assert.IsNotEmpty(files);
        Assert.IsFalse(Array.Exists(files, static file => file.ReloadOnChange));
    }

    [TestMethod]
    public async Task Requests_get_neither_activity_nor_scope_for_a_log_that_says_nothing_of_them()
    {
        var (ofEach, ofServer) = await AskAsync(static app =>
        {
            var loggers = app.Services.GetRequiredService<ILoggerFactory>();
            return (
                loggers.CreateLogger("Microsoft.AspNetCore.Hosting.Diagnostics").IsEnabled(LogLevel.Critical),
                loggers.CreateLogger("Microsoft.AspNetCore.Server.Kestrel").IsEnabled(LogLevel.Warning));
        });

        Assert.IsFalse(ofEach);
        Assert.IsTrue(ofServer);
    }

    private static async Task<T> AskAsync<T>(Func<WebApplication, T> question)
    {
        using var folders = new FilterFolders();
        await using var store = SqliteStore.Open(folders.Data, TimeProvider.System, new() { Tables = [.. TableNames.All, DemoCrmStore.TableName] });
        await using var app = FilterApplication.Build(
            new(folders.Data, folders.Campaigns),
            store,
            InstallationSecrets.Load(folders.Data, static _ => null, StaffKeys.Of(FilterVisitor.AdminKey)),
            new(),
            TimeProvider.System,
            Random.Shared,
            static services => services.AddLogging(static logging => logging.SetMinimumLevel(LogLevel.Trace)));
        return question(app);
    }
}
