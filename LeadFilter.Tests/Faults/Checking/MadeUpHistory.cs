using LeadFilter.Tests.Serving;

namespace LeadFilter.Tests.Faults.Checking;

/// <summary>A small history, made up step by step. Every lead costs 10; nobody but bright has a cap of its own.</summary>
internal sealed class MadeUpHistory
{
    public const string Acme = "acme";
    public const string Bright = "bright";

    public static readonly DateTimeOffset Noon = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);
    public static readonly string One = Lead(1);
    public static readonly string Two = Lead(2);

    public History History { get; } = new(new()
    {
        DuplicateWindow = TimeSpan.FromDays(30),
        DuplicatesBoughtFrom = new HashSet<string> { "lenient" },
        Caps = [new("daily", 2, TimeSpan.FromDays(1)), new("of bright", 1, TimeSpan.FromDays(1), Bright)],
    });

    /// <summary>A lead id of a time: its first 12 digits are the milliseconds.</summary>
    public static string Lead(int number, DateTimeOffset? at = null) => $"{(at ?? Noon).ToUnixTimeMilliseconds():x12}7{number:x19}";

    public void Buy(string lead, string person, string? key = null, string vendor = Acme)
    {
        Tell(vendor, person, ToldOutcome.Success, lead, 10);
        Take(lead, person, key, vendor);
        History.Add(new Logged(lead, vendor, true, 10, DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(lead[..12], 16))));
    }

    public void Reject(string lead, string person)
    {
        Tell(Acme, person, ToldOutcome.Failure, lead);
        Log(lead, accepted: false);
    }

    public void Tell(string vendor, string submission, ToldOutcome outcome, string? lead = null, decimal price = 0, string? person = null) =>
        History.Add(new Told(vendor, submission, person ?? submission, outcome, lead, price));

    public void Take(string lead, string person, string? key = null, string vendor = Acme) =>
        History.Add(new Taken(lead, key ?? lead, vendor, person, 10));

    public void Log(string lead, bool accepted) => History.Add(new Logged(lead, Acme, accepted, accepted ? 10 : 0, Noon));

    public void AssertFound(params Wrong[] expected) =>
        CollectionAssert.AreEqual(
            expected.Order().ToList(),
            Checker.Findings(History).Select(finding => finding.Kind).Order().ToList(),
            string.Join('\n', Checker.Findings(History)));
}
