using System.Diagnostics;
using LeadFilter.Functions.Queues;
using LeadFilter.Functions.Settings;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Azure.ServiceBus;
using LeadFilter.Tests.Azure.ServiceBus.Faults;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFilter.Tests.Azure.Hosting;

/// <summary>The queues as the host composes them, on a namespace that is busy. By itself the client would pause for ten seconds.</summary>
[TestClass]
public sealed class BusyServiceBusTests : IAsyncDisposable
{
    private static readonly TimeSpan PauseOfTheClient = TimeSpan.FromSeconds(10);

    private readonly ServiceBusServer server = new();
    private readonly ServiceProvider services;
    private readonly ILeadQueue queue;
    private int messages;

    public BusyServiceBusTests()
    {
        var settings = AzureFilter.Settings();
        settings["ServiceBus"] = server.ConnectionString;
        server.AddQueue(settings["LeadQueue"]!);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new HurriedClock())
            .AddSingleton(new Random(1))
            .AddServiceBusQueues(AzureSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()))
            .BuildServiceProvider();
        queue = services.GetRequiredService<ILeadQueue>();
    }

    public TestContext TestContext { get; set; } = null!;

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await server.DisposeAsync();
    }

    [TestMethod]
    public async Task Send_that_is_refused_once_is_made_without_the_clients_pause()
    {
        await SendAsync();
        server.Faults.Sends.Next(Fault.ServerBusy);

        Assert.IsLessThan(PauseOfTheClient, await SendAsync());
    }

    [TestMethod]
    public async Task Send_after_one_that_failed_is_made_without_the_clients_pause()
    {
        await SendAsync();
        server.Faults.Sends.Always = Fault.ServerBusy;
        await Assert.ThrowsExactlyAsync<StoreUnavailableException>(SendAsync);
        server.Faults.Sends.Always = Fault.None;

        Assert.IsLessThan(PauseOfTheClient, await SendAsync());
    }

    [TestMethod]
    public async Task Message_that_arrived_without_an_acknowledgement_and_is_sent_again_is_there_once()
    {
        await SendAsync();
        server.Faults.Sends.Next(Fault.LostAcknowledgement);

        await SendAsync();

        Assert.HasCount(2, server.Queues["the-leads"].Messages);
        Assert.AreEqual(3, server.Faults.Sends.Count);
    }

    private async Task<TimeSpan> SendAsync()
    {
        var began = Stopwatch.GetTimestamp();
        var message = new QueueMessage { Queue = QueueNames.Leads, MessageId = $"lead-{++messages}", Subject = "lead", Body = default };
        await queue.SendAsync(message, TestContext.CancellationToken);
        return Stopwatch.GetElapsedTime(began);
    }
}
