using System.Text;
using System.Text.Json;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Tests.Ports;
using LeadFilter.Tests.Targets;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.OptOuts;

/// <summary>G14: every system that must learn of an opt-out is told.</summary>
[TestClass]
public sealed class G14TargetsTests
{
    private const string Ann = """{ "email": "Ann.Smith@gmail.com", "phone": "(415) 234-1234", "channels": "call", "id": "r-1" }""";

    private readonly FakeTimeProvider time = new(new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero));

    [TestMethod]
    public async Task G14_An_opt_out_is_on_its_way_to_every_target_when_it_is_acknowledged()
    {
        var desk = NewDesk(new InMemoryTables());

        await desk.TellAsync(Ann);

        var body = Encoding.UTF8.GetString(desk.Sent.Messages.Single().Body.Span);
        using var told = JsonDocument.Parse(body);
        Assert.AreEqual(
            "+14152341234 call",
            $"{told.RootElement.GetProperty("phone")} {told.RootElement.GetProperty("channels")}");
    }

    [TestMethod]
    public async Task G13_Told_again_nobody_is_told_twice()
    {
        var desk = NewDesk(new InMemoryTables());

        await desk.TellAsync(Ann);
        await desk.TellAsync(Ann);

        Assert.HasCount(1, desk.Sent.Messages);
    }

    [TestMethod]
    public async Task G14_Every_call_that_fails_is_made_good_by_telling_again()
    {
        for (var step = 1; ; step++)
        {
            var tables = new FaultyTables();
            var desk = NewDesk(tables);
            var calls = 0;
            tables.Fault = _ => Interlocked.Increment(ref calls) == step
                ? throw new StoreUnavailableException("A fault of the test.")
                : ValueTask.CompletedTask;
            try
            {
                await desk.TellAsync(Ann);
            }
            catch (StoreUnavailableException)
            {
                Assert.IsGreaterThanOrEqualTo(step, calls);
            }

            tables.Fault = null;
            await desk.TellAsync(Ann);
            Assert.HasCount(1, desk.Sent.Messages, $"step {step}");
            Assert.HasCount(1, await desk.AllAsync(), $"step {step}");
            if (calls < step)
            {
                Assert.IsGreaterThan(5, step);
                return;
            }
        }
    }

    private OptOutDesk NewDesk(ITables tables) => new(tables, time)
    {
        Targets = TargetText.Loaded(""" "type": "webhook", "url": "https://dialer.example.com/stop", "json": { "number": "{phone}", "why": "{channels}" } """),
    };
}
