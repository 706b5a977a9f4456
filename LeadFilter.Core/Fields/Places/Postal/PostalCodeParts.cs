using LeadFilter.Core.Fields.Flags;
using LeadFilter.Core.Fields.Places.Countries;

namespace LeadFilter.Core.Fields.Places.Postal;

/// <summary>What can be told from a canonical postal code.</summary>
internal static class PostalCodeParts
{
    /// <summary>Codes that stand for no home, though people type them: made up, of one company alone, or Father Christmas's.</summary>
    private static readonly string[] Fakes = ["11111", "12345", "22222", "55555", "66666", "77777", "H0H 0H0", "XM4 5HQ"];

    /// <summary>The parts.</summary>
    /// <param name="region">The region whose codes need no country before them.</param>
    public static IReadOnlyList<FieldPart> For(string region)
    {
        var states = StateType.For(region);
        return
        [
            new("zip5", StringType.Instance, "The five digits of a ZIP code; missing elsewhere.",
                static (in value, _) => Slice(value, PostalSystem.American, 0, 5)),
            new("plus4", StringType.Instance, "The four digits after the hyphen of a ZIP code; missing without them.",
                static (in value, _) => Bare(value).Length > 5 ? Slice(value, PostalSystem.American, 6, 4) : FieldValue.Missing),
            new("fsa", StringType.Instance, "The forward sortation area, the first three characters of a Canadian code: K1A.",
                static (in value, _) => Slice(value, PostalSystem.Canadian, 0, 3)),
            new("ldu", StringType.Instance, "The local delivery unit, the last three characters of a Canadian code: 0B1.",
                static (in value, _) => Slice(value, PostalSystem.Canadian, 4, 3)),
            new("outcode", StringType.Instance, "The first half of a British code: SW1A.",
                static (in value, _) => Slice(value, PostalSystem.British, 0, Bare(value).IndexOf(' '))),
            new("incode", StringType.Instance, "The second half of a British code: 1AA.",
                static (in value, _) => Slice(
                    value,
                    PostalSystem.British,
                    Bare(value).IndexOf(' ') + 1,
                    Bare(value).Length - Bare(value).IndexOf(' ') - 1)),
            new("country", CountryType.Instance, "The country: US, CA, GB, JE.", (in value, _) => CountryOf(value, region)),
            new("state", states,
                "The state, province or nation of the code; missing if its area crosses a border, and "
                    + "outside the US, Canada, Australia and the United Kingdom.",
                (in value, _) => StateOf(value) is >= 0 and var place ? states.ValueOf(value.Raw!, place) : FieldValue.Missing),
            new("fake", BooleanType.Instance, "Whether nobody lives there, though people type it: 12345, 11111, H0H 0H0.",
                static (in value, _) => FieldValue.OfNumber(value.Raw!, IsFake(Bare(value)) ? 1 : 0)),
        ];
    }

    private static PostalSystem System(in FieldValue value) => (PostalSystem)value.Number;

    // Where the code begins: behind DE- or at once.
    private static int Start(in FieldValue value) =>
        value.Text is [var first, var second, '-', ..] && char.IsAsciiLetter(first) && char.IsAsciiLetter(second) ? 3 : 0;

    private static ReadOnlySpan<char> Bare(in FieldValue value) => value.Text[Start(value)..];

    private static FieldValue Slice(in FieldValue value, PostalSystem system, int from, int count) =>
        System(value) == system ? value.Part(Start(value) + from, count) : FieldValue.Missing;

    private static FieldValue CountryOf(in FieldValue value, string region) => System(value) switch
    {
        PostalSystem.American => FieldValue.Valid(value.Raw!, "US"),
        PostalSystem.Canadian => FieldValue.Valid(value.Raw!, "CA"),
        PostalSystem.British => FieldValue.Valid(value.Raw!, BritishCodes.CountryOf(Bare(value))),
        _ when Start(value) > 0 => value.Part(0, 2),
        _ => FieldValue.Valid(value.Raw!, region),
    };

    private static int StateOf(in FieldValue value)
    {
        var code = Bare(value);
        return System(value) switch
        {
            PostalSystem.American => ZipCodes.StateOf(int.Parse(code[..5])),
            PostalSystem.Canadian => CanadianCodes.ProvinceOf(code),
            PostalSystem.British => BritishCodes.NationOf(code),
            PostalSystem.Australian => AustralianCodes.StateOf(int.Parse(code)),
            _ => -1,
        };
    }

    private static bool IsFake(ReadOnlySpan<char> code)
    {
        foreach (var fake in Fakes)
        {
            if (code.StartsWith(fake))
            {
                return true;
            }
        }

        return false;
    }
}
