using System.Collections.Concurrent;
using LeadFilter.Core.Campaigns.Lookups;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace LeadFilter.Pipeline.Lookups.ThirdParties;

/// <summary>
/// Keeps answers in memory for as long as their look-up says, so that resends and repeated leads do not pay twice; and asks once for those
/// who ask the same at the same time. Failures are not kept. It knows leads by keyed hashes only.
/// </summary>
internal sealed class AnswerMemory(LookupOptions options, TimeProvider clock) : IDisposable
{
    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = options.CacheSize, Clock = new Clock(clock) });
    private readonly ConcurrentDictionary<string, Lazy<Task<LookupAnswer>>> asked = new(StringComparer.Ordinal);

    /// <summary>Finds the answer, or asks for it.</summary>
    /// <param name="question">The keyed hash of the question.</param>
    /// <param name="plan">The look-up.</param>
    /// <param name="ask">Asks.</param>
    /// <returns>The answer, and whether somebody else has asked for it.</returns>
    public async Task<(LookupAnswer Answer, bool IsOld)> GetAsync(string question, LookupPlan plan, Func<Task<LookupAnswer>> ask)
    {
        if (plan.CacheFor == TimeSpan.Zero)
        {
            return (await ask(), false);
        }

        if (answers.TryGetValue(question, out LookupAnswer? known))
        {
            return (known!, true);
        }

        var own = new Lazy<Task<LookupAnswer>>(() => AskAsync(question, plan, ask));
        var first = asked.GetOrAdd(question, own);
        return (await first.Value, first != own);
    }

    public void Dispose() => answers.Dispose();

    private async Task<LookupAnswer> AskAsync(string question, LookupPlan plan, Func<Task<LookupAnswer>> ask)
    {
        try
        {
            var answer = await ask();
            if (!answer.IsFailure)
            {
                answers.Set(
                    question, answer, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = plan.CacheFor, Size = answer.Size });
            }

            return answer;
        }
        finally
        {
            asked.TryRemove(question, out _);
        }
    }

    private sealed class Clock(TimeProvider time) : ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
