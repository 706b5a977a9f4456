using LeadFilter.Core.Campaigns;
using LeadFilter.Pipeline;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ledger;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFilter.Tests.Delivery;

[TestClass]
public sealed class DeliveryRegistrationTests
{
    [TestMethod]
    public async Task Host_with_ports_campaigns_and_settings_can_deliver()
    {
        await using var crm = await ScriptedCrm.StartAsync();
        var options = new DeliveryOptions();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<ITables>(new InMemoryTables())
            .AddSingleton<ILeadQueue>(new InMemoryLeadQueue(TimeProvider.System))
            .AddSingleton<ICampaigns>(new OneCampaign())
            .AddSingleton(new LeadFilter.Pipeline.Identities.IdentityHasher(new byte[32]))
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddDelivery(options);
        await using var provider = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        options.OwnAddress = crm.Address;

        var settlement = await provider.GetRequiredService<Forwarder>()
            .HandleAsync(LeadEnvelope.Wrap(DeliveryScene.NewLead()), CancellationToken.None);

        Assert.AreEqual(Settlement.Complete, settlement);
        Assert.IsNotNull(await provider.GetRequiredService<LeadLedger>().FindAsync(DeliveryScene.NewLead().Id, CancellationToken.None));
        Assert.AreEqual("/demo/crm/leads", crm.Calls.Single().Target);
    }

    private sealed class OneCampaign : ICampaigns
    {
        public Campaign? Find(CampaignId id) =>
            new() { Id = id, Version = "1", Layout = SampleFields.Layout, Delivery = new("/demo/crm/leads", null, null) };

        public IReadOnlyCollection<Campaign> All => [];
    }
}
