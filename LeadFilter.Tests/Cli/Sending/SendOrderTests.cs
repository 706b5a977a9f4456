using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace LeadFilter.Tests.Cli.Sending;

[TestClass]
public sealed class SendOrderTests
{
    [TestMethod]
    public async Task Leads_of_a_group_are_sent_one_after_the_other_in_the_order_of_the_file()
    {
        var open = new ConcurrentDictionary<char, int>();
        var overlapped = false;
        await using var filter = await FilterStub.StartAsync(async request =>
        {
            var group = request.Body[6];
            overlapped |= open.AddOrUpdate(group, 1, (_, before) => before + 1) > 1;
            await Task.Yield();
            open.AddOrUpdate(group, 0, (_, before) => before - 1);
            return StubAnswer.Success();
        });
        var lines = Enumerable.Range(0, 300).Select(n => $$"""{"_vendor":"acme","_group":"{{"abc"[n % 3]}}","n":"{{"abc"[n % 3]}}{{n:000}}"}""");
        using var run = new CommandLineRun { OpenInput = CommandLineRun.Text(string.Join('\n', lines)) };

        Assert.AreEqual(0, await run.RunAsync("send", "-", "--url", $"{filter.Url}"));

        Assert.IsFalse(overlapped);
        foreach (var group in filter.Requests.Select(one => one.Body).GroupBy(body => body[6]))
        {
            Assert.HasCount(100, group);
            CollectionAssert.AreEqual(group.Order(StringComparer.Ordinal).ToArray(), group.ToArray());
        }
    }

    [TestMethod]
    public async Task Groups_and_single_leads_do_not_wait_for_each_other()
    {
        var three = new TaskCompletionSource();
        var arrived = 0;
        await using var filter = await FilterStub.StartAsync(async request =>
        {
            if (Interlocked.Increment(ref arrived) is 3)
            {
                three.SetResult();
            }

            await three.Task;
            return StubAnswer.Success();
        });
        using var run = new CommandLineRun
        {
            OpenInput = CommandLineRun.Text(
                """
                {"_vendor":"acme","_group":"a","n":1}
                {"_vendor":"acme","_group":"a","n":2}
                {"_vendor":"acme","_group":"b","n":3}
                {"_vendor":"acme","n":4}
                """),
        };

        Assert.AreEqual(0, await run.RunAsync("send", "-", "--url", $"{filter.Url}", "--concurrency", "3"));

        Assert.AreEqual("""{"n":2}""", filter.Requests.Last().Body);
    }

    [TestMethod]
    public async Task A_lead_sent_twice_in_a_group_is_the_same_to_the_byte_and_others_take_their_own_time()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 17, 0, 0, TimeSpan.Zero));
        await using var filter = await FilterStub.StartAsync(_ =>
        {
            time.Advance(TimeSpan.FromSeconds(10));
            return StubAnswer.Success();
        });
        using var run = new CommandLineRun
        {
            Time = time,
            OpenInput = CommandLineRun.Text(
                """
                {"_vendor":"acme","_group":"a","at":"{now-5s}"}
                {"_vendor":"acme","at":"{now-5s}"}
                {"_vendor":"acme","_group":"a","at":"{now-5s}"}
                """),
        };

        Assert.AreEqual(0, await run.RunAsync("send", "-", "--url", $"{filter.Url}", "--concurrency", "1"));

        CollectionAssert.AreEquivalent(
            (string[])["""{"at":"2026-11-22T16:59:55Z"}""", """{"at":"2026-11-22T16:59:55Z"}""", """{"at":"2026-11-22T17:00:05Z"}"""],
            filter.Requests.Select(one => one.Body).ToArray());
    }
}
