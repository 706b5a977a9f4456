using LeadFilter.Core.Fields.Flags;
using LeadFilter.Core.Fields.Texts;

namespace LeadFilter.Core.Fields.Phones;

/// <summary>What can be told from a telephone number in the form <c>+14155550132</c>.</summary>
internal static class PhoneParts
{
    /// <summary>The parts.</summary>
    public static readonly IReadOnlyList<FieldPart> All =
    [
        new("area", StringType.Instance, "The area code: 415.", static (in value, _) => value.Part(2, 3)),
        new("exchange", StringType.Instance, "The three digits after the area code: 555.", static (in value, _) => value.Part(5, 3)),
        new("line", StringType.Instance, "The last four digits: 0132.", static (in value, _) => value.Part(8, 4)),
        new("country", StringType.Instance, "US or CA; missing for numbers that both share, such as toll-free ones.",
            static (in value, _) => Constant(value, AreaCodeOf(value).Country)),
        new("state", StringType.Instance, "The area code's state or province; missing where it serves several (902, 782, 867) or none.",
            static (in value, _) => Constant(value, AreaCodeOf(value).State)),
        new("type", StringType.Instance, "FIXED_LINE_OR_MOBILE, TOLL_FREE, PREMIUM_RATE, VOIP or PERSONAL_NUMBER.",
            static (in value, _) => Constant(value, AreaCodeOf(value).Type)),
        new("toll_free", BooleanType.Instance, "Whether calls to it are free: 800, 833, 844, 855, 866, 877, 888.",
            static (in value, _) => Flag(value, AreaCodeOf(value).Type == AreaCode.TollFree)),
        new("fictitious", BooleanType.Instance, "Whether it is one of the numbers kept for fiction: 555-0100 to 555-0199.",
            static (in value, _) => Flag(value, value.Text[5..].StartsWith("55501"))),
        new("repeated", BooleanType.Instance,
            "Whether the exchange is one digit three times and the line one digit four times: 222-2222, 555-0000.",
            static (in value, _) => Flag(value, IsRepeated(value.Text[5..]))),
        new("sequential", BooleanType.Instance,
            "Whether the last seven digits go up, or go down, by one each (0 is next to 9): 234-5678, 876-5432.",
            static (in value, _) => Flag(value, IsSequential(value.Text[5..], 1) || IsSequential(value.Text[5..], 9))),
        new("extension", StringType.Instance, "The extension's digits; missing without one.",
            static (in value, _) => value.Number > 0 ? value.Part(value.Text.Length, (int)value.Number) : FieldValue.Missing),
    ];

    /// <summary>The area code of a national number.</summary>
    /// <param name="national">At least three digits.</param>
    public static AreaCode? AreaCodeAt(ReadOnlySpan<char> national) =>
        AreaCodes.Find(((national[0] - '0') * 100) + ((national[1] - '0') * 10) + (national[2] - '0'));

    private static AreaCode AreaCodeOf(in FieldValue value) => AreaCodeAt(value.Text[2..])!;

    private static FieldValue Constant(in FieldValue value, string? text) =>
        text is null ? FieldValue.Missing : FieldValue.Valid(value.Raw!, text);

    private static FieldValue Flag(in FieldValue value, bool flag) => FieldValue.OfNumber(value.Raw!, flag ? 1 : 0);

    private static bool IsRepeated(ReadOnlySpan<char> subscriber) =>
        !subscriber[..3].ContainsAnyExcept(subscriber[0]) && !subscriber[3..].ContainsAnyExcept(subscriber[3]);

    private static bool IsSequential(ReadOnlySpan<char> subscriber, int step)
    {
        for (var i = 1; i < subscriber.Length; i++)
        {
            if ((subscriber[i - 1] - '0' + step) % 10 != subscriber[i] - '0')
            {
                return false;
            }
        }

        return true;
    }
}
