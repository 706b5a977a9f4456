using LeadFilter.Pipeline.Limits;
using LeadFilter.Pipeline.Telemetry;
using LeadFilter.Tests.Campaigns;
using LeadFilter.Tests.Meters;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Limits;

[TestClass]
public sealed class LeadGateTests : IDisposable
{
    private static readonly LimitOptions Small = new() { MaxInWork = 2, MaxPerVendor = 100, MaxWaiting = 2, MaxWait = TimeSpan.FromSeconds(1) };

    private readonly FakeTimeProvider clock = new();
    private readonly TestMeters meters = new();
    private readonly VendorUse acme = new(TestCampaign.Id("acme"));
    private readonly VendorUse bright = new(TestCampaign.Id("bright"));

    public void Dispose() => meters.Dispose();

    [TestMethod]
    public async Task What_finds_a_place_enters_at_once()
    {
        var gate = New(Small);
        Assert.AreEqual(EntryResult.Entered, (await gate.EnterAsync(acme, CancellationToken.None)).Result);
        Assert.AreEqual(EntryResult.Entered, (await gate.EnterAsync(acme, CancellationToken.None)).Result);
        Assert.AreEqual((2, 0), gate.Load);
    }

    [TestMethod]
    public async Task Who_has_waited_longest_gets_the_next_place()
    {
        var gate = New(Small);
        using var first = await gate.EnterAsync(acme, CancellationToken.None);
        using var second = await gate.EnterAsync(acme, CancellationToken.None);
        var (third, fourth) = (Enter(gate, acme), Enter(gate, bright));
        Assert.IsFalse(third.IsCompleted || fourth.IsCompleted);

        first.Dispose();

        Assert.AreEqual(EntryResult.Entered, (await third).Result);
        Assert.IsFalse(fourth.IsCompleted);
        second.Dispose();
        Assert.AreEqual(EntryResult.Entered, (await fourth).Result);
        Assert.AreEqual((2, 0), gate.Load);
    }

    [TestMethod]
    public async Task With_the_queue_full_the_next_is_turned_away_at_once()
    {
        var gate = New(Small);
        var held = Enumerable.Range(0, 4).Select(_ => Enter(gate, acme)).ToList();

        var next = gate.EnterAsync(acme, CancellationToken.None);

        Assert.IsTrue(next.IsCompleted);
        var refusal = await next;
        Assert.AreEqual(EntryResult.Shed, refusal.Result);
        Assert.IsTrue(refusal.RetryAfter.TotalSeconds is >= 1 and <= 5);
        Assert.AreEqual(2, held.Count(entry => entry.IsCompleted));
        CollectionAssert.AreEqual(new[] { "leadfilter.shed 1 vendor=acme cause=length" }, meters.Of("leadfilter.shed"));
    }

    [TestMethod]
    public async Task With_the_queue_full_of_one_vendors_requests_its_last_one_makes_room_for_another_vendor()
    {
        var gate = New(Small);
        var held = Enumerable.Range(0, 4).Select(_ => Enter(gate, acme)).ToList();

        var other = Enter(gate, bright);

        Assert.AreEqual(EntryResult.Shed, (await held[3]).Result);
        Assert.IsFalse(other.IsCompleted);
        Assert.AreEqual((2, 2), gate.Load);
        Assert.AreEqual((3, 1), (acme.Open, bright.Open));
        Assert.AreEqual(EntryResult.Shed, (await gate.EnterAsync(bright, CancellationToken.None)).Result, "each has one waiting");
    }

    [TestMethod]
    public async Task A_lead_of_one_vendor_does_not_wait_behind_the_backlog_of_another()
    {
        var gate = New(Small with { MaxInWork = 1, MaxWaiting = 100 });
        var waiting = Enumerable.Range(0, 20).Select(_ => (Vendor: "acme", Entry: Enter(gate, acme))).ToList();
        waiting.AddRange(Enumerable.Range(0, 2).Select(_ => ("bright", Enter(gate, bright))));

        var served = new List<string>();
        while (waiting.Count > 0)
        {
            var entered = await Task.WhenAny(waiting.Select(static one => one.Entry));
            var next = waiting.Single(one => one.Entry == entered);
            waiting.Remove(next);
            served.Add(next.Vendor);
            (await next.Entry).Dispose();
        }

        CollectionAssert.AreEqual(new[] { "acme", "acme", "bright", "acme", "bright" }, served[..5]);
        Assert.HasCount(22, served);
    }

    [TestMethod]
    public async Task Who_waits_for_a_third_party_lets_others_have_its_turn_and_keeps_its_place()
    {
        var gate = New(Small with { MaxActive = 1 });
        var (answered, asked) = (new TaskCompletionSource<int>(), await gate.EnterAsync(acme, CancellationToken.None));
        var asking = asked.AsideAsync(() => new ValueTask<int>(answered.Task)).AsTask();

        var other = await gate.EnterAsync(bright, CancellationToken.None);
        Assert.AreEqual((2, 0), gate.Load);

        answered.SetResult(7);
        Assert.IsFalse(asking.IsCompleted, "two have a turn");
        other.Dispose();
        Assert.AreEqual(7, await asking);
        Assert.AreEqual((1, 0), gate.Load);
    }

    [TestMethod]
    public async Task Who_comes_back_from_a_third_party_is_before_its_vendors_newcomers()
    {
        var gate = New(Small with { MaxActive = 1, MaxInWork = 3 });
        var answered = new TaskCompletionSource<int>();
        var asked = await gate.EnterAsync(acme, CancellationToken.None);
        var asking = asked.AsideAsync(() => new ValueTask<int>(answered.Task)).AsTask();
        var working = await gate.EnterAsync(acme, CancellationToken.None);
        var newcomer = Enter(gate, acme);
        answered.SetResult(7);

        working.Dispose();
        await asking;
        Assert.IsFalse(newcomer.IsCompleted);

        asked.Dispose();
        Assert.AreEqual(EntryResult.Entered, (await newcomer).Result);
        Assert.AreEqual((1, 0), gate.Load);
    }

    [TestMethod]
    public async Task A_third_party_that_fails_costs_no_turn()
    {
        var gate = New(Small with { MaxActive = 1 });
        var entry = await gate.EnterAsync(acme, CancellationToken.None);

        await Assert.ThrowsExactlyAsync<TimeoutException>(() => entry.AsideAsync<int>(() => throw new TimeoutException()).AsTask());
        entry.Dispose();

        Assert.AreEqual(EntryResult.Entered, (await gate.EnterAsync(acme, CancellationToken.None)).Result);
        Assert.AreEqual((1, 0), gate.Load);
    }

    [TestMethod]
    public async Task What_waits_too_long_is_turned_away_and_its_place_in_the_queue_is_free()
    {
        var gate = New(Small);
        using var first = await gate.EnterAsync(acme, CancellationToken.None);
        using var second = await gate.EnterAsync(acme, CancellationToken.None);
        var third = Enter(gate, bright);
        clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.AreEqual((2, 1), gate.Load);

        clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.AreEqual(EntryResult.Shed, (await third).Result);
        Assert.AreEqual((2, 0), gate.Load);
        Assert.AreEqual(0, bright.Open);
        CollectionAssert.AreEqual(new[] { "leadfilter.shed 1 vendor=bright cause=age" }, meters.Of("leadfilter.shed"));
    }

    [TestMethod]
    public async Task Who_hangs_up_while_it_waits_leaves_nothing_behind()
    {
        var gate = New(Small);
        using var first = await gate.EnterAsync(acme, CancellationToken.None);
        using var second = await gate.EnterAsync(acme, CancellationToken.None);
        using var hangUp = new CancellationTokenSource();
        var third = gate.EnterAsync(bright, hangUp.Token).AsTask();

        await hangUp.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => third);
        Assert.AreEqual((2, 0), gate.Load);
        Assert.AreEqual(0, bright.Open);
    }

    [TestMethod]
    public async Task A_vendor_with_its_share_open_is_held_back_and_others_are_not()
    {
        var gate = New(Small with { MaxPerVendor = 1 });
        using var first = await gate.EnterAsync(acme, CancellationToken.None);

        Assert.AreEqual(EntryResult.VendorFull, (await gate.EnterAsync(acme, CancellationToken.None)).Result);

        Assert.AreEqual(EntryResult.Entered, (await gate.EnterAsync(bright, CancellationToken.None)).Result);
        first.Dispose();
        Assert.AreEqual(EntryResult.Entered, (await gate.EnterAsync(acme, CancellationToken.None)).Result);
        CollectionAssert.AreEqual(new[] { "leadfilter.limited 1 vendor=acme limit=concurrency" }, meters.Of("leadfilter.limited"));
    }

    [TestMethod]
    public void By_default_a_vendor_may_use_half_of_the_places()
    {
        Assert.AreEqual(256, new LimitOptions().MaxPerVendor);
        Assert.AreEqual(1, new LimitOptions { MaxInWork = 1 }.MaxPerVendor);
    }

    /// <summary>Places are granted, given up and waited for in vain at the same moments, on many threads: the count is kept.</summary>
    [TestMethod]
    public async Task Never_more_are_in_work_than_may_be_and_no_place_is_lost()
    {
        var gate = new LeadGate(Small with { MaxInWork = 4, MaxActive = 2, MaxWaiting = 16, MaxWait = TimeSpan.FromMilliseconds(1) }, new LeadMetrics(meters), Random.Shared, TimeProvider.System);
        var (inWork, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(worker => Task.Run(async () =>
        {
            for (var turn = 0; turn < 500; turn++)
            {
                using var hangUp = new CancellationTokenSource();
                var pending = gate.EnterAsync(worker % 2 == 0 ? acme : bright, hangUp.Token);
                if (turn % 3 == 0)
                {
                    await hangUp.CancelAsync();
                }

                try
                {
                    using var entry = await pending;
                    if (entry.Result == EntryResult.Entered)
                    {
                        InterlockedMax(ref most, Interlocked.Increment(ref inWork));
                        await Task.Yield();
                        Interlocked.Decrement(ref inWork);
                        if (turn % 5 == 0)
                        {
                            await entry.AsideAsync(async () =>
                            {
                                await Task.Yield();
                                return 0;
                            });
                            InterlockedMax(ref most, Interlocked.Increment(ref inWork));
                            Interlocked.Decrement(ref inWork);
                        }
                    }
                }
                catch (OperationCanceledException)
                {
                    // It hung up while it waited.
                }
            }
        })));

        Assert.IsTrue(most is > 0 and <= 2, $"{most} in work");
        Assert.AreEqual((0, 0), gate.Load);
        Assert.AreEqual((0, 0), (acme.Open, bright.Open));
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen && Interlocked.CompareExchange(ref most, value, seen) != seen; seen = Volatile.Read(ref most))
        {
        }
    }

    private static Task<Entry> Enter(LeadGate gate, VendorUse use) => gate.EnterAsync(use, CancellationToken.None).AsTask();

    private LeadGate New(LimitOptions options) => new(options, new LeadMetrics(meters), new Random(1), clock);
}
