using LeadFilter.Core.Outcomes;
using LeadFilter.Core.Returns.Cases;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;
using LeadFilter.Pipeline.Returns;
using LeadFilter.Sqlite;
using LeadFilter.Tests.Folders;
using LeadFilter.Tests.Ports;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Returns;

/// <summary>The buyer hands leads back under the vendor's contract.</summary>
[TestClass]
public sealed class RequestReturnsTests
{
    private const string TenPercent = """, "maxShare": 10""";
    private static readonly DateTimeOffset Bought = new(2026, 11, 2, 15, 30, 0, TimeSpan.Zero);
    private static readonly string[] OnlyOne = ["requested", ReturnRefusal.ShareUsed, ReturnRefusal.ShareUsed];

    private readonly FakeTimeProvider time = new(Bought.AddDays(2));
    private readonly InMemoryTables tables = new();

    [TestMethod]
    public async Task A_lead_is_handed_back_for_a_reason_of_the_contract()
    {
        var desk = new ReturnDesk(tables, time, "");
        var lead = await desk.BuyAsync(Bought);

        Assert.AreEqual("requested", await desk.WordAsync(lead));
        Assert.AreEqual((ReturnState.Requested, 12.5m), ((await desk.FindAsync(lead))!.State, (await desk.FindAsync(lead))!.Price.Amount));
    }

    [TestMethod]
    public async Task G13_A_lead_is_handed_back_once()
    {
        var desk = new ReturnDesk(tables, time, "");
        var lead = await desk.BuyAsync(Bought);
        await desk.AskAsync(lead);
        time.Advance(TimeSpan.FromHours(1));

        Assert.AreEqual(ReturnRefusal.Known, await desk.WordAsync(lead));
        Assert.AreEqual(Bought.AddDays(2), (await desk.FindAsync(lead))!.RequestedAt);
    }

    [TestMethod]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        time.Advance(TimeSpan.FromDays(9));
        var desk = new ReturnDesk(tables, time, """, "minAttempts": 2""");
        var lead = await desk.BuyAsync(Bought);

        Assert.AreEqual("return_too_late return_reason_not_agreed return_attempts_missing", await desk.WordAsync(lead, "did_not_buy"));
    }

    [TestMethod]
    [DataRow("2026-11-10T04:59:59Z", "requested")]
    [DataRow("2026-11-10T05:00:00Z", ReturnRefusal.TooLate)]
    public async Task The_window_ends_with_a_day_of_the_campaign_s_clock(string now, string word)
    {
        time.SetUtcNow(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        var desk = new ReturnDesk(tables, time, "");

        Assert.AreEqual(word, await desk.WordAsync(await desk.BuyAsync(Bought)));
    }

    [TestMethod]
    [DataRow(50, "requested")]
    [DataRow(51, ReturnRefusal.TooEarly)]
    public async Task A_return_may_have_to_wait(int hours, string word)
    {
        time.SetUtcNow(Bought.AddHours(50));
        var desk = new ReturnDesk(tables, time, $$""", "earliestHours": {{hours}}""");

        Assert.AreEqual(word, await desk.WordAsync(await desk.BuyAsync(Bought)));
    }

    [TestMethod]
    public async Task Only_attempts_of_people_count()
    {
        var desk = new ReturnDesk(tables, time, """, "minAttempts": 2""");
        var lead = await desk.BuyAsync(Bought);
        await desk.AttemptAsync(lead, Bought.AddHours(1), ActedBy.Person);
        await desk.AttemptAsync(lead, Bought.AddHours(2), ActedBy.Automatic);
        Assert.AreEqual(ReturnRefusal.AttemptsMissing, await desk.WordAsync(lead));

        await desk.AttemptAsync(lead, Bought.AddHours(3), ActedBy.Person);
        Assert.AreEqual("requested", await desk.WordAsync(lead));
    }

    [TestMethod]
    public async Task What_was_not_bought_is_not_handed_back()
    {
        var desk = new ReturnDesk(tables, time, "");

        Assert.AreEqual(ReturnRefusal.NotBought, await desk.WordAsync(await desk.BuyAsync(Bought, isAccepted: false)));
    }

    [TestMethod]
    public async Task A_vendor_whose_contract_does_not_say_so_takes_nothing_back()
    {
        var desk = new ReturnDesk(tables, time, "");

        Assert.AreEqual(ReturnRefusal.NotAgreed, await desk.WordAsync(await desk.BuyAsync(Bought, vendor: "bright")));
    }

    [TestMethod]
    public async Task The_share_is_of_the_month_of_purchase_by_the_campaign_s_clock()
    {
        var desk = new ReturnDesk(tables, new FakeTimeProvider(Bought.AddDays(1)), TenPercent);

        // The first of them was bought on October 31 in New York.
        var october = await desk.BuyAsync(new(2026, 11, 1, 3, 59, 59, TimeSpan.Zero), 99);
        var november = await BuyAsync(desk, 19);

        Assert.AreEqual(ReturnRefusal.ShareUsed, await desk.WordAsync(october));
        CollectionAssert.AreEqual(OnlyOne, new[] { await desk.WordAsync(november[0]), await desk.WordAsync(november[1]), await desk.WordAsync(november[2]) });
    }

    [TestMethod]
    public async Task G7_Whatever_is_asked_for_at_once_the_share_is_never_exceeded()
    {
        using var folder = new TemporaryFolder();
        await using var one = SqliteStore.Open(folder.Path, time);
        await using var other = SqliteStore.Open(folder.Path, time);
        var desks = new[] { new ReturnDesk(one.Tables, time, TenPercent, one.Changes), new ReturnDesk(other.Tables, time, TenPercent, other.Changes) };
        var leads = await BuyAsync(desks[0], 200);

        // Each lead by both, half of them the other way round.
        var results = await Task.WhenAll(
            Task.Run(() => desks[0].AskAsync([.. leads])), Task.Run(() => desks[1].AskAsync([.. leads.AsEnumerable().Reverse()])));

        Assert.AreEqual(20, results.SelectMany(static both => both).Count(static result => result.Verdict == ReturnVerdict.Requested));
        Assert.HasCount(20, await desks[0].AllAsync());
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(TenPercent)]
    public async Task G13_Every_call_that_fails_is_made_good_by_asking_again(string terms)
    {
        for (var step = 1; ; step++)
        {
            var faulty = new FaultyTables();
            var leads = await BuyAsync(new(faulty, time, terms), 20);
            var calls = 0;
            faulty.Fault = _ => Interlocked.Increment(ref calls) == step
                ? throw new StoreUnavailableException("A fault of the test.")
                : ValueTask.CompletedTask;
            try
            {
                await new ReturnDesk(faulty, time, terms).AskAsync(leads[0]);
            }
            catch (StoreUnavailableException)
            {
                Assert.IsGreaterThanOrEqualTo(step, calls);
            }

            faulty.Fault = null;

            // Another process, or this one again.
            var desk = new ReturnDesk(faulty, time, terms);
            var words = new[] { await desk.WordAsync(leads[0]), await desk.WordAsync(leads[1]), await desk.WordAsync(leads[2]) };
            Assert.Contains(words[0], ["requested", ReturnRefusal.Known], $"step {step}");
            Assert.AreEqual(terms.Length > 0 ? 2 : 3, (await desk.AllAsync()).Count, $"step {step}");
            Assert.AreEqual(terms.Length > 0 ? ReturnRefusal.ShareUsed : "requested", words[2], $"step {step}");
            if (calls < step)
            {
                Assert.IsGreaterThan(terms.Length > 0 ? 8 : 5, step);
                return;
            }
        }
    }

    [TestMethod]
    public async Task A_place_of_a_return_that_can_no_longer_be_credited_is_free_again()
    {
        var desk = new ReturnDesk(tables, time, TenPercent);
        var leads = await BuyAsync(desk, 10);
        await desk.AskAsync(leads[0]);
        Assert.AreEqual(ReturnRefusal.ShareUsed, await desk.WordAsync(leads[1]));

        await desk.DoAsync(leads[0], ReturnAction.Withdraw, ReturnParty.Buyer);

        Assert.AreEqual("requested", await desk.WordAsync(leads[1]));
        Assert.AreEqual(ReturnRefusal.ShareUsed, await desk.WordAsync(leads[2]));
    }

    [TestMethod]
    public async Task A_place_that_a_dead_process_left_behind_is_free_again_after_a_while()
    {
        var faulty = new FaultyTables();
        var leads = await BuyAsync(new(faulty, time, TenPercent), 10);

        // It dies after it has taken the place.
        faulty.Fault = call => call is { Port: TableNames.Returns, Operation: "TryReplaceAsync", TookEffect: false }
            ? throw new StoreUnavailableException("A fault of the test.")
            : ValueTask.CompletedTask;
        await Assert.ThrowsExactlyAsync<StoreUnavailableException>(() => new ReturnDesk(faulty, time, TenPercent).AskAsync(leads[0]));
        faulty.Fault = null;
        Assert.AreEqual(ReturnRefusal.ShareUsed, await new ReturnDesk(faulty, time, TenPercent).WordAsync(leads[1]));

        time.Advance(TimeSpan.FromMinutes(11));

        Assert.AreEqual("requested", await new ReturnDesk(faulty, time, TenPercent).WordAsync(leads[1]));
    }

    [TestMethod]
    public async Task More_may_be_handed_back_when_more_is_sold()
    {
        var desk = new ReturnDesk(tables, time, TenPercent);
        var leads = await BuyAsync(desk, 10);
        await desk.AskAsync(leads[0]);
        Assert.AreEqual(ReturnRefusal.ShareUsed, await desk.WordAsync(leads[1]));

        for (var number = 10; number < 20; number++)
        {
            await desk.BuyAsync(time.GetUtcNow(), number);
        }

        Assert.AreEqual("requested", await desk.WordAsync(leads[1]));
    }

    private static async Task<List<Core.Leads.LeadId>> BuyAsync(ReturnDesk desk, int count)
    {
        var leads = new List<Core.Leads.LeadId>();
        for (var number = 0; number < count; number++)
        {
            leads.Add(await desk.BuyAsync(Bought.AddMinutes(number), number));
        }

        return leads;
    }
}
