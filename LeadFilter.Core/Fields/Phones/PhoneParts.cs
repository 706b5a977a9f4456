using LeadFilter.Core.Fields.Flags;
using LeadFilter.Core.Fields.Phones.Areas;
using LeadFilter.Core.Fields.Phones.Plans;
using LeadFilter.Core.Fields.Places.Countries;

namespace LeadFilter.Core.Fields.Phones;

/// <summary>What can be told from a telephone number in the form <c>+14155550132</c>.</summary>
internal static class PhoneParts
{
    /// <summary>The parts.</summary>
    public static readonly IReadOnlyList<FieldPart> All =
    [
        new("national", StringType.Instance, "The number without its calling code: 4155550132.",
            static (in value, _) => value.Part(NationalStart(value), value.Text.Length - NationalStart(value))),
        new(
            "calling_code",
            StringType.Instance,
            "The country calling code: 1, 44.",
            static (in value, _) => value.Part(1, NationalStart(value) - 1)),
        new(
            "country",
            StringType.Instance,
            "The region in two letters: US, PR, GB; US for toll-free numbers of calling code 1; 001 for +800 and the like.",
            static (in value, _) => Constant(value, PlanArchive.RegionCodes[Mark(value).Region])),
        new("type", StringType.Instance,
            "MOBILE, FIXED_LINE, FIXED_LINE_OR_MOBILE, TOLL_FREE, PREMIUM_RATE, SHARED_COST, VOIP, PERSONAL_NUMBER, PAGER, UAN or "
                + "VOICEMAIL.",
            static (in value, _) => Constant(value, PlanArchive.TypeName(Mark(value).Type))),
        new("extension", StringType.Instance, "The extension's digits; missing without one.",
            static (in value, _) => Mark(value).ExtensionLength is > 0 and var count
                ? value.Part(value.Text.Length, count)
                : FieldValue.Missing),
        new("masked", StringType.Instance, "The number without its calling code, all but the last two digits masked: ********32.",
            static (in value, _) => Constant(value, MaskedNumbers.Mask(value.Text[NationalStart(value)..]))),
        new(
            "area",
            StringType.Instance,
            "The North American area code: 415; missing elsewhere.",
            static (in value, _) => Slice(value, 2, 3)),
        new("exchange", StringType.Instance, "The three digits after the area code: 555; missing outside North America.",
            static (in value, _) => Slice(value, 5, 3)),
        new(
            "line",
            StringType.Instance,
            "The last four digits: 0132; missing outside North America.",
            static (in value, _) => Slice(value, 8, 4)),
        new("state", StateType.Instance, "The area code's state or province; missing if it serves several (902, 782, 867) or none.",
            static (in value, _) => Constant(value, AreaOf(value)?.State)),
        new(
            "time_zone",
            StringType.Instance,
            "The time zone of the US or Canadian area code: America/Los_Angeles; missing if it is in several (850) or none.",
            static (in value, _) => Constant(value, AreaOf(value)?.TimeZone)),
        new(
            "toll_free",
            BooleanType.Instance,
            "Whether calls to it are free.",
            static (in value, _) => Flag(value, IsOfType(value, "TOLL_FREE"))),
        new(
            "premium",
            BooleanType.Instance,
            "Whether calls to it cost extra.",
            static (in value, _) => Flag(value, IsOfType(value, "PREMIUM_RATE"))),
        new("fictitious", BooleanType.Instance, "Whether it is a North American number reserved for fiction: 555-0100 to 555-0199.",
            static (in value, _) => Flag(value, IsNorthAmerican(value) && value.Text[5..].StartsWith("55501"))),
        new("repeated", BooleanType.Instance,
            "Whether the exchange is one digit three times and the line is one digit four times: "
                + "222-2222, 555-0000; elsewhere, whether the last seven digits are one digit.",
            static (in value, _) => Flag(value, IsRepeated(Subscriber(value), IsNorthAmerican(value)))),
        new("sequential", BooleanType.Instance,
            "Whether the last seven digits go up, or go down, by one each (0 is next to 9): 234-5678, 876-5432.",
            static (in value, _) => Flag(value, IsSequential(Subscriber(value), 1) || IsSequential(Subscriber(value), 9))),
        new("all_zero_line", BooleanType.Instance, "Whether the last four digits of a North American number are 0000.",
            static (in value, _) => Flag(value, IsNorthAmerican(value) && value.Text.EndsWith("0000"))),
        new("unassigned_area", BooleanType.Instance, "Whether the North American area code is not in service.",
            static (in value, _) => Flag(value, IsNorthAmerican(value) && AreaOf(value) is null)),
        new("n11", BooleanType.Instance, "Whether the exchange ends in 11 (411, 911), which no geographic North American number does.",
            static (in value, _) => Flag(
                value,
                IsNorthAmerican(value) && value.Text[6..].StartsWith("11") && AreaOf(value) is not { IsOfPlace: false })),
    ];

    private const int NorthAmericanLength = 12;
    private const int SubscriberLength = 7;

    private static PhoneMark Mark(in FieldValue value) => PhoneMark.FromPayload(value.Number);

    private static int NationalStart(in FieldValue value) => 1 + Mark(value).CallingCodeLength;

    // Some Canadian numbers have seven digits and no area code.
    private static bool IsNorthAmerican(in FieldValue value) => value.Text is ['+', '1', ..] and { Length: NorthAmericanLength };

    private static AreaCode? AreaOf(in FieldValue value) => IsNorthAmerican(value) ? AreaCodes.Find(value.Text[2..5]) : null;

    private static FieldValue Slice(in FieldValue value, int from, int count) =>
        IsNorthAmerican(value) ? value.Part(from, count) : FieldValue.Missing;

    // The last seven digits; none of a shorter number.
    private static ReadOnlySpan<char> Subscriber(in FieldValue value)
    {
        var national = value.Text[NationalStart(value)..];
        return national.Length < SubscriberLength ? default : national[^SubscriberLength..];
    }

    private static bool IsOfType(in FieldValue value, string type) => PlanArchive.TypeName(Mark(value).Type) == type;

    private static FieldValue Constant(in FieldValue value, string? text) =>
        text is null ? FieldValue.Missing : FieldValue.Valid(value.Raw!, text);

    private static FieldValue Flag(in FieldValue value, bool flag) => FieldValue.OfNumber(value.Raw!, flag ? 1 : 0);

    private static bool IsRepeated(ReadOnlySpan<char> subscriber, bool lineMayDiffer) =>
        !subscriber.IsEmpty
        && !subscriber[..3].ContainsAnyExcept(subscriber[0])
        && !subscriber[3..].ContainsAnyExcept(lineMayDiffer ? subscriber[3] : subscriber[0]);

    private static bool IsSequential(ReadOnlySpan<char> subscriber, int step)
    {
        for (var i = 1; i < subscriber.Length; i++)
        {
            if ((subscriber[i - 1] - '0' + step) % 10 != subscriber[i] - '0')
            {
                return false;
            }
        }

        return !subscriber.IsEmpty;
    }
}
