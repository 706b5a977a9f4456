using System.Reflection;
using System.Text.Json;
using Azure.Data.Tables;
using LeadFilter.Functions.Upkeep;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Folders;
using Microsoft.Azure.Functions.Worker;

namespace LeadFilter.Tests.Azure.Hosting;

[TestClass]
public sealed class SweepExpiredTests
{
    [TestMethod]
    public async Task Rows_that_have_ended_are_deleted()
    {
        await using var filter = await AzureFilter.StartAsync();
        var receipts = filter.Tables[TableNames.Receipts];
        await receipts.AddEntityAsync(new TableEntity("p", "ended") { ["ExpiresAt"] = DateTimeOffset.UnixEpoch });
        await receipts.AddEntityAsync(new TableEntity("p", "stays") { ["ExpiresAt"] = new DateTimeOffset(9999, 1, 1, 0, 0, 0, TimeSpan.Zero) });

        await filter.Get<SweepExpired>().RunAsync(new TimerInfo(), CancellationToken.None);

        Assert.AreEqual(1, receipts.Count);
    }

    [TestMethod]
    public void A_run_ends_before_the_host_ends_it()
    {
        using var host = JsonDocument.Parse(SampleFiles.Read("host.json"));
        var timeout = TimeSpan.Parse(host.RootElement.GetProperty("functionTimeout").GetString()!, System.Globalization.CultureInfo.InvariantCulture);

        Assert.IsLessThan(timeout, SweepExpired.Budget);
    }

    [TestMethod]
    public void It_runs_once_an_hour() => Assert.AreEqual(
        "0 17 * * * *",
        typeof(SweepExpired).GetMethod(nameof(SweepExpired.RunAsync))!.GetParameters()[0].GetCustomAttribute<TimerTriggerAttribute>()!.Schedule);
}
