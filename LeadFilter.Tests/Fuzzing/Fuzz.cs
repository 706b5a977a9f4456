using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace LeadFilter.Tests.Fuzzing;

/// <summary>
/// Tries made-up inputs until its time is up. Every input is made from its own seed, so a failure is repeated by one number:
/// <c>LEADFILTER_FUZZ_SEED=N</c> begins with it. <c>LEADFILTER_FUZZ_SECONDS=3600</c> lets every fuzzer run for an hour, from a new
/// seed each time.
/// </summary>
internal static class Fuzz
{
    private const string SecondsSetting = "LEADFILTER_FUZZ_SECONDS";
    private const string SeedSetting = "LEADFILTER_FUZZ_SEED";
    private const int UsualSeed = 20261126;
    private const double UsualSeconds = 1.5;
    private const int MaxShown = 4_000;

    /// <summary>No single input may take longer, on a machine that is busy with other tests, too.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Time = TimeSpan.FromSeconds(
        double.TryParse(Environment.GetEnvironmentVariable(SecondsSetting), CultureInfo.InvariantCulture, out var seconds) ? seconds : UsualSeconds);

    private static readonly int FirstSeed =
        int.TryParse(Environment.GetEnvironmentVariable(SeedSetting), CultureInfo.InvariantCulture, out var seed) ? seed
        : !IsLong ? UsualSeed
        : Random.Shared.Next();

    /// <summary>Whether somebody asked for a longer run than that of the default suite.</summary>
    public static bool IsLong => Environment.GetEnvironmentVariable(SecondsSetting) is not null;

    /// <summary>Tries inputs.</summary>
    /// <param name="make">Makes one.</param>
    /// <param name="judge">Says what is wrong with what became of it; null if nothing is. An exception is wrong, too.</param>
    public static void Run(Func<Random, byte[]> make, Func<byte[], string?> judge) =>
        RunAsync(make, input => Task.FromResult(judge(input))).GetAwaiter().GetResult();

    /// <summary>Tries inputs.</summary>
    /// <param name="make">Makes one.</param>
    /// <param name="judge">Says what is wrong with what became of it; null if nothing is. An exception is wrong, too.</param>
    public static async Task RunAsync(Func<Random, byte[]> make, Func<byte[], Task<string?>> judge)
    {
        var started = Stopwatch.GetTimestamp();
        var tried = 0;
        for (var seed = FirstSeed; tried == 0 || Stopwatch.GetElapsedTime(started) < Time; seed = unchecked(seed + 1), tried++)
        {
            var input = make(new(seed));
            var before = Stopwatch.GetTimestamp();
            var wrong = await JudgeAsync(judge, input);
            var taken = Stopwatch.GetElapsedTime(before);
            wrong ??= taken > Longest ? $"it took {taken}" : null;
            if (wrong is not null)
            {
                Assert.Fail($"{wrong}\nAfter {tried} inputs; to repeat it: {SeedSetting}={seed}\nThe input, {input.Length} bytes: {Shown(input)}");
            }
        }

        Console.WriteLine($"{tried} inputs from seed {FirstSeed}");
    }

    private static async Task<string?> JudgeAsync(Func<byte[], Task<string?>> judge, byte[] input)
    {
        try
        {
            return await judge(input);
        }
        catch (Exception error)
        {
            return error.ToString();
        }
    }

    private static string Shown(byte[] input)
    {
        var text = new StringBuilder();
        foreach (var c in Encoding.Latin1.GetString(input))
        {
            text.Append(c is >= ' ' and <= '~' ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\x{(int)c:x2}"));
        }

        return text.Length <= MaxShown ? text.ToString() : $"{text.ToString(0, MaxShown)} …";
    }
}
