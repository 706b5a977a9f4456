using LeadFilter.Core.Fields.Places.Countries;

namespace LeadFilter.Core.Fields.Places.Postal;

/// <summary>
/// Which state an Australian postcode lies in. Facts: Australia Post, postcode ranges and the postcodes that a state border crosses.
/// </summary>
internal static class AustralianCodes
{
    /// <summary>The ranges in use, by state.</summary>
    internal static readonly IReadOnlyList<(string State, string Ranges)> ByState =
    [
        ("ACT", "0200-0299 2600-2618 2900-2920"),
        ("NSW", "1000-2599 2619-2899 2921-2999"),
        ("NT", "0800-0999"),
        ("QLD", "4000-4999 9000-9999"),
        ("SA", "5000-5999"),
        ("TAS", "7000-7999"),
        ("VIC", "3000-3999 8000-8999"),
        ("WA", "6000-6999"),
    ];

    /// <summary>The codes that lie in two states or more, or in none: Norfolk, Christmas and the Cocos Islands.</summary>
    internal const string WithoutState =
        "0872 2406 2540 2611 2618 2620 2648 2899 3500 3585 3586 3644 3691 3707 4375 4377 4380 4383 4385 4825 5440 6798 6799";

    private const byte NotInUse = 0;
    private const byte InUse = 1;
    private const byte FirstState = 2;

    // By code: not in use, in use, or the state's place in States.All and 2 more.
    private static readonly Lazy<byte[]> Codes = new(Read);

    /// <summary>Whether a postcode lies in a range in use.</summary>
    /// <param name="code">0 to 9999.</param>
    public static bool IsInUse(int code) => Codes.Value[code] != NotInUse;

    /// <summary>The state of a postcode.</summary>
    /// <param name="code">0 to 9999.</param>
    /// <returns>Its place in <see cref="States.All"/>; -1 if it lies in none alone.</returns>
    public static int StateOf(int code) => Codes.Value[code] is >= FirstState and var state ? state - FirstState : -1;

    private static byte[] Read()
    {
        var codes = new byte[10_000];
        foreach (var (state, ranges) in ByState)
        {
            var place = (byte)(States.Place(state, "AU") + FirstState);
            foreach (var range in ranges.Split(' '))
            {
                var (first, last) = (int.Parse(range.AsSpan(0, 4)), int.Parse(range.AsSpan(5)));
                codes.AsSpan(first, last - first + 1).Fill(place);
            }
        }

        foreach (var code in WithoutState.Split(' '))
        {
            codes[int.Parse(code)] = InUse;
        }

        return codes;
    }
}
