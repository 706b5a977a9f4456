using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using LeadFilter.Core.Leads;
using LeadFilter.Functions;
using LeadFilter.Functions.Settings;
using LeadFilter.Pipeline.Decisions;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Tests.Campaigns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFilter.Tests.Azure.Hosting;

[TestClass]
public sealed class AzureHostTests
{
    [TestMethod]
    public async Task Clients_are_made_once_with_connection_strings()
    {
        await using var services = Compose(_ => { });

        Assert.AreSame(services.GetRequiredService<TableServiceClient>(), services.GetRequiredService<TableServiceClient>());
        Assert.AreSame(services.GetRequiredService<ServiceBusClient>(), services.GetRequiredService<ServiceBusClient>());
    }

    [TestMethod]
    public async Task Clients_are_made_with_the_identity()
    {
        await using var services = Compose(settings =>
        {
            settings.Remove("ServiceBus");
            settings.Remove("Tables");
            settings["ServiceBus:fullyQualifiedNamespace"] = "name.servicebus.windows.net";
            settings["Tables:serviceUri"] = "https://account.table.core.windows.net";
            settings["AZURE_CLIENT_ID"] = "00000000-0000-0000-0000-000000000001";
        });

        Assert.IsNotNull(services.GetRequiredService<TableServiceClient>());
        Assert.IsNotNull(services.GetRequiredService<ServiceBusClient>());
        Assert.IsInstanceOfType<DefaultAzureCredential>(services.GetRequiredService<TokenCredential>());
    }

    // A partition of Table Storage takes 2,000 rows a second; a busy vendor may send more.
    [TestMethod]
    public async Task Decisions_about_a_busy_vendors_leads_go_to_several_partitions()
    {
        var tables = new InMemoryTables();
        await using var services = Compose(_ => { }, tables);
        var log = services.GetRequiredService<DecisionLog>();
        var received = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
        for (byte number = 0; number < 200; number++)
        {
            var record = new DecisionRecord
            {
                Lead = LeadId.Create(received, [number, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
                Campaign = TestCampaign.Loaded().Id,
                CampaignVersion = "1",
                Vendor = TestCampaign.Id("acme"),
                ReceivedAt = received,
                IsAccepted = false,
            };
            await log.WriteAsync(record, CancellationToken.None);
        }

        var perPartition = tables[TableNames.Decisions].Rows.Where(row => row.Text("Record") is not null).CountBy(row => row.PartitionKey).ToList();
        Assert.HasCount(8, perPartition);
        Assert.IsLessThan(50, perPartition.Max(partition => partition.Value));
    }

    [TestMethod]
    public async Task Own_address_is_where_campaigns_with_a_path_deliver()
    {
        await using var services = Compose(settings => settings["LEADFILTER_OWN_ADDRESS"] = "https://filter.example.com");

        Assert.AreEqual(new Uri("https://filter.example.com"), services.GetRequiredService<DeliveryOptions>().OwnAddress);
    }

    [TestMethod]
    public async Task Time_is_the_real_one_unless_the_host_has_another()
    {
        await using var services = Compose(_ => { });

        Assert.AreSame(TimeProvider.System, services.GetRequiredService<TimeProvider>());
    }

    [TestMethod]
    public async Task Queue_has_a_sender_under_each_name_that_the_settings_give()
    {
        await using var filter = await AzureFilter.StartAsync();
        var queue = filter.Get<ILeadQueue>();

        foreach (var name in QueueNames.All)
        {
            await queue.SendAsync(new() { Queue = name, MessageId = name, Subject = "lead", Body = default }, CancellationToken.None);
        }

        Assert.AreEqual(QueueNames.Leads, filter.Leads.Messages.Single().Sent.MessageId);
        Assert.AreEqual(QueueNames.Records, filter.Records.Messages.Single().Sent.MessageId);
    }

    [TestMethod]
    public void Host_does_not_start_without_its_settings() =>
        Assert.ThrowsExactly<SettingsException>(() => new ServiceCollection().AddAzureHost(new ConfigurationBuilder().Build()));

    private static ServiceProvider Compose(Action<Dictionary<string, string?>> change, ITables? tables = null)
    {
        var settings = AzureFilter.Settings();
        change(settings);
        var services = new ServiceCollection()
            .AddLogging()
            .AddAzureHost(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return (tables is null ? services : services.AddSingleton(tables)).BuildServiceProvider();
    }
}
