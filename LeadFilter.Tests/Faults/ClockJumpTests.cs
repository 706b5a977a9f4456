using LeadFilter.Pipeline.Delivery;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Tests.Clocks;
using LeadFilter.Tests.Faults.Checking;
using LeadFilter.Tests.Serving;
using Microsoft.Extensions.DependencyInjection;

namespace LeadFilter.Tests.Faults;

/// <summary>
/// The machine's clock is set ahead or back while leads wait for a CRM that is down and vendors send the same people again:
/// nothing hangs, is lost or doubled. Time runs fast between, so that schedules of minutes pass in seconds.
/// </summary>
[TestClass]
[TestCategory("Faults")]
public sealed class ClockJumpTests
{
    private const int Leads = 12;
    private const int Haste = 50;

    private readonly JumpingClock clock = new(new HastyClock(Haste));

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow(-365 * 24)]
    [DataRow(-24)]
    [DataRow(-1)]
    [DataRow(24)]
    [DataRow(365 * 24)]
    public async Task A_clock_that_jumps_by_hours_neither_stops_nor_loses_nor_doubles_anything(int hours)
    {
        await using var crm = await MoodyCrm.StartAsync((_, call) => call % 2 == 0 ? Mood.Fail : Mood.TakeAndFail);
        using var folders = new FilterFolders(crm.Address);
        await using var filter = await FilterUnderTest.StartAsync(folders, clock, services => services.AddSingleton(new DeliveryOptions()));
        var history = new History(new());

        await SendAllAsync("acme", "before");
        await Eventually.HoldsAsync(
            async () => (await filter.Host.Store.Queue.CountAsync(QueueNames.Leads, CancellationToken.None)).Scheduled > 0, "no lead waits for its next try");
        clock.Jump(TimeSpan.FromHours(hours));
        await Task.WhenAll(SendAllAsync("acme", "before"), SendAllAsync("bright", "before"), SendAllAsync("acme", "after"));
        crm.Behave((_, _) => Mood.Take);
        await filter.DeliveredAsync();

        history.AddAll(crm.TakenCalls);
        StoredHistory.AddTo(history, filter.Host.DataFile);
        TestContext.WriteLine($"{history}");
        history.AssertRight();
        Assert.IsFalse(history.Told.Any(told => told.Outcome is ToldOutcome.Error), "a lead was not decided");

        async Task SendAllAsync(string vendor, string names)
        {
            await Task.WhenAll(Enumerable.Range(0, Leads).Select(async number =>
            {
                var person = $"{names}-{number}";
                var fields = FilterVisitor.Person(person);
                fields["sub_id"] = $"{vendor} {person}";
                var answer = await filter.Visitor.SendAsync(vendor, fields);
                history.Add(Told.Of(vendor, fields["sub_id"], person, answer));
            }));
        }
    }
}
