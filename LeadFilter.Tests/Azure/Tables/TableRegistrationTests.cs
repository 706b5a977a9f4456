using System.Net;
using System.Net.Sockets;
using LeadFilter.Functions.Settings;
using LeadFilter.Functions.Tables;
using LeadFilter.Pipeline.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Azure.Tables;

/// <summary>The real client of Table Storage, as a connection string makes it.</summary>
[TestClass]
public sealed class TableRegistrationTests
{
    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task Call_that_is_refused_in_passing_is_tried_three_times()
    {
        var calls = 0;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var busy = builder.Build();
        busy.Run(context =>
        {
            Interlocked.Increment(ref calls);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        await busy.StartAsync(TestContext.CancellationToken);
        await using var services = Services(busy.Urls.Single());

        await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() => FindAsync(services, TestContext.CancellationToken));

        Assert.AreEqual(3, calls);
    }

    // With the client's own settings it would be given up after 100 seconds.
    [TestMethod]
    public async Task Call_without_an_answer_is_given_up_and_tried_again()
    {
        using var hanging = new TcpListener(IPAddress.Loopback, 0);
        hanging.Start();
        await using var services = Services($"http://{hanging.LocalEndpoint}");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.CancellationToken);
        var finding = FindAsync(services, stop.Token);
        using var first = await hanging.AcceptTcpClientAsync(TestContext.CancellationToken);

        using var second = await hanging.AcceptTcpClientAsync(TestContext.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(90), TestContext.CancellationToken);

        await stop.CancelAsync();
        await Assert.ThrowsAsync<Exception>(() => finding);
    }

    private static async Task FindAsync(ServiceProvider services, CancellationToken cancellation) =>
        await services.GetRequiredService<ITables>()[TableNames.Claims].FindAsync("p", "r", cancellation);

    private static ServiceProvider Services(string address)
    {
        var key = Convert.ToBase64String(new byte[32]);
        var text = $"DefaultEndpointsProtocol=http;AccountName=account;AccountKey={key};TableEndpoint={address}/account";
        return new ServiceCollection().AddAzureTables(new StoreConnection(text, null)).BuildServiceProvider();
    }
}
