using System.Diagnostics;
using LeadFilter.Core.Vendors;
using LeadFilter.Http.Endpoints;
using LeadFilter.Http.Requests;
using LeadFilter.Pipeline.Staff;
using Microsoft.AspNetCore.Http;

namespace LeadFilter.Tests.Vendors;

/// <summary>
/// How long a refusal of a key takes must not tell how much of the key is right. Keys of equal length, one that differs at its first
/// character and one at its last, are tried in turn; the medians of many short rounds are compared. A comparison that stops early
/// fails in every repetition; a machine that is busy in one has another: one that finds no difference is enough.
/// </summary>
[TestClass]
public sealed class KeyTimingTests
{
    private const int Repetitions = 8;
    private const int Rounds = 400;
    private const int CallsOfRound = 20;
    private const double MaxDifference = 0.03;

    private static readonly string Key = string.Concat(Enumerable.Range(0, VendorKey.MaxLength).Select(at => (char)('a' + (at * 7 % 26))));
    private static readonly string WrongAtFirst = "_" + Key[1..];
    private static readonly string WrongAtLast = Key[..^1] + "_";

    [TestMethod]
    public void A_vendors_key_is_refused_in_the_same_time_however_much_of_it_is_right()
    {
        var vendors = new VendorDirectory([.. Enumerable.Range(0, 50).Select(at => Vendor($"v{at}", $"{Key[..^2]}{at:00}")), Vendor("acme", Key)]);
        Assert.IsTrue(TellsNothing(key => vendors.TryFindByKey(key, out _)));
    }

    [TestMethod]
    public void The_admin_key_is_refused_in_the_same_time_however_much_of_it_is_right()
    {
        var admin = new StaffAdmission(StaffKeys.Of(Key));
        var first = Request(WrongAtFirst);
        var last = Request(WrongAtLast);
        Assert.IsTrue(TellsNothing(key => admin.TryFind(ReferenceEquals(key, WrongAtFirst) ? first : last, out _)));
    }

    [TestMethod]
    public void The_test_would_find_a_comparison_that_stops_at_the_first_difference() => Assert.IsFalse(TellsNothing(key =>
    {
        var at = 0;
        while (at < Key.Length && key[at] == Key[at])
        {
            at++;
        }

        return at == Key.Length;
    }));

    private static bool TellsNothing(Func<string, bool> opens) => Enumerable.Range(0, Repetitions).Any(_ => Difference(opens) <= MaxDifference);

    private static double Difference(Func<string, bool> opens)
    {
        var (first, last) = (new double[Rounds], new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            // Which comes first changes, so that neither always has the warm cache.
            if (round % 2 == 0)
            {
                first[round] = Time(opens, WrongAtFirst);
                last[round] = Time(opens, WrongAtLast);
            }
            else
            {
                last[round] = Time(opens, WrongAtLast);
                first[round] = Time(opens, WrongAtFirst);
            }
        }

        return Math.Abs((Median(last) / Median(first)) - 1);
    }

    private static double Time(Func<string, bool> opens, string key)
    {
        var started = Stopwatch.GetTimestamp();
        for (var call = 0; call < CallsOfRound; call++)
        {
            Assert.IsFalse(opens(key));
        }

        return Stopwatch.GetTimestamp() - started;
    }

    private static double Median(double[] times) => times.Order().ElementAt(times.Length / 2);

    private static Vendor Vendor(string id, string key) =>
        new(VendorId.TryParse(id, out var known) ? known : throw new ArgumentException(id, nameof(id)), id, [KeyHash.Of(key)]);

    private static HttpRequest Request(string key)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Authorization = $"Bearer {key}";
        return request;
    }
}
