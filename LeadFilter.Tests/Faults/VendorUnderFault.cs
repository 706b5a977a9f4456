using System.Collections.Concurrent;
using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults;

/// <summary>A vendor that posts leads of its own persons over several connections, until the filter dies under it.</summary>
internal sealed class VendorUnderFault
{
    private const int Connections = 8;
    private const int NobodyEach = 5;

    private readonly ConcurrentDictionary<string, VendorAnswer> answered = new();
    private readonly ConcurrentDictionary<string, bool> unanswered = new();

    /// <summary>The answers by the person's name.</summary>
    public IReadOnlyDictionary<string, VendorAnswer> Answered => answered;

    /// <summary>The persons whose lead got no answer, or was answered with error.</summary>
    public IReadOnlyCollection<string> Unanswered => [.. unanswered.Keys];

    /// <summary>Posts leads until a number of them is answered, kills the filter, and ends when every connection is broken.</summary>
    public async Task PostUntilKilledAsync(ServeProcess serve, int round, int answers)
    {
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var count = 0;
        var posting = Enumerable.Range(0, Connections).Select(async connection =>
        {
            for (var number = 0; await TryPostAsync(serve.Visitor, $"r{round}c{connection}n{number}"); number++)
            {
                if (Interlocked.Increment(ref count) == answers)
                {
                    enough.SetResult();
                }
            }
        }).ToList();
        await enough.Task;
        await serve.KillAsync();
        await Task.WhenAll(posting);
    }

    /// <summary>Sends everything again that got no answer.</summary>
    public async Task ResendAsync(FilterVisitor visitor)
    {
        foreach (var name in Unanswered)
        {
            Assert.IsTrue(await TryPostAsync(visitor, name), $"{name} got no answer");
            Assert.AreNotEqual("error", answered[name].Outcome, name);
        }
    }

    /// <summary>Whether a person's lead is one that must be rejected.</summary>
    public static bool IsNobody(string name) => int.Parse(name.AsSpan(name.IndexOf('n', StringComparison.Ordinal) + 1)) % NobodyEach == 0;

    private async Task<bool> TryPostAsync(FilterVisitor visitor, string name)
    {
        unanswered[name] = true;
        try
        {
            var answer = await visitor.SendAsync("acme", IsNobody(name) ? FilterVisitor.Nobody(name) : FilterVisitor.Person(name));
            answered[name] = answer;
            if (answer.Outcome != "error")
            {
                unanswered.TryRemove(name, out _);
            }

            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
