using FsCheck;
using Microsoft.FSharp.Core;

namespace LeadFilter.Tests.PropertyBased;

/// <summary>
/// How properties are tried. By default with the same made-up values each time, so that a run tells of the code and not of its luck;
/// <c>LEADFILTER_PROPERTY_SEED=random</c> takes new ones, a number those of that run, and <c>LEADFILTER_PROPERTY_TIMES=20</c> tries 20
/// times as many.
/// </summary>
internal static class PropertyCases
{
    private const ulong Fixed = 20261130;

    private static readonly int Times = int.TryParse(Environment.GetEnvironmentVariable("LEADFILTER_PROPERTY_TIMES"), out var times) ? times : 1;

    private static readonly ulong Seed = Environment.GetEnvironmentVariable("LEADFILTER_PROPERTY_SEED") switch
    {
        null or "" => Fixed,
        "random" => unchecked((ulong)Environment.TickCount64 * 6364136223846793005UL),
        var number => ulong.Parse(number, System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>Tries a property on so many values, a hundred unless said, and throws with the seed and the smallest value that fails.</summary>
    public static Config Of(int cases = 100) => Config.QuickThrowOnFailure
        .WithMaxTest(cases * Times)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(Seed), FSharpOption<int>.None)));
}
