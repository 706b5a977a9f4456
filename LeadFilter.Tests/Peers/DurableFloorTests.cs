using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using LeadFilter.Benchmarks.Leads;
using LeadFilter.Benchmarks.Processes;

namespace LeadFilter.Tests.Peers;

/// <summary>The floor does what the filter is measured against: it answers only what it has stored.</summary>
[TestClass]
public sealed class DurableFloorTests
{
    private const int Senders = 8;
    private const int AnsweredBeforeKill = 100;

    [TestMethod]
    public async Task Every_answered_lead_has_its_row_after_the_process_is_killed()
    {
        using var floor = await PeerUnderTest.StartAsync(Peer.Floor);
        var leads = new LeadSource(LeadKind.Mix);
        var answered = new ConcurrentBag<long>();
        var enough = new TaskCompletionSource();
        var sending = Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SendUntilItDiesAsync()));
        await enough.Task;
        floor.Kill();
        await sending;

        var rows = floor.Query("floor.db", "SELECT Id FROM Answers").Cast<long>().ToHashSet();
        Assert.IsEmpty(answered.Where(id => !rows.Contains(id)));

        async Task SendUntilItDiesAsync()
        {
            try
            {
                while (true)
                {
                    var (_, text) = await floor.PostAsync(leads.Next(out var _));
                    var id = JsonDocument.Parse(text).RootElement.GetProperty("lead").GetProperty("id").GetString()!;
                    answered.Add(long.Parse(id, NumberStyles.HexNumber));
                    if (answered.Count >= AnsweredBeforeKill)
                    {
                        enough.TrySetResult();
                    }
                }
            }
            catch (HttpRequestException)
            {
                // It was killed.
            }
        }
    }

    [TestMethod]
    public async Task It_reads_the_JSON_of_a_lead()
    {
        using var floor = await PeerUnderTest.StartAsync(Peer.Floor);
        Assert.AreEqual(500, (await floor.PostAsync("{\"state\":"u8.ToArray())).Status);
        Assert.IsEmpty(floor.Query("floor.db", "SELECT Id FROM Answers"));
    }
}
