using LeadFilter.Core.Fields.Phones.Areas;
using LeadFilter.Core.Fields.Phones.Plans;
using LeadFilter.Core.Fields.Phones.Reading;

namespace LeadFilter.Core.Fields.Phones;

/// <summary>
/// A telephone number of any region, however it is written. Canonical is E.164: <c>+14155550132</c>.
/// A number is valid if Google's libphonenumber or the filter's own table of North American area codes says so; what else is known of it
/// is in its parts. What cannot be read without guessing is invalid, never another number.
/// </summary>
/// <remarks>
/// Facts: the metadata of libphonenumber and <see cref="AreaCodes"/>. Numbers without a calling code belong to the type's own
/// region.
/// </remarks>
public sealed class PhoneType : FieldType
{
    private const int UsualCharacters = 256;

    private static readonly PhoneType?[] Made = new PhoneType?[PlanArchive.RegionCodes.Count];

    private readonly int region;
    private NumberingPlan? plan;

    private PhoneType(int region) => this.region = region;

    /// <summary>The type whose numbers without a calling code belong to the United States.</summary>
    public static PhoneType Instance { get; } = For(Locale.DefaultRegion);

    /// <inheritdoc/>
    public override string Name => "phone";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc/>
    public override bool TellsPersonsApart => true;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts => PhoneParts.All;

    /// <summary>The region where numbers without a calling code belong, as two capital letters of ISO 3166.</summary>
    public string Region => PlanArchive.RegionCodes[region];

    private NumberingPlan Plan => plan ??= PlanArchive.PlanOf(region);

    /// <summary>The type whose numbers without a calling code belong to a region. There is one for each region.</summary>
    /// <param name="region">The region as two letters of ISO 3166, such as <c>GB</c>.</param>
    /// <exception cref="ArgumentException">No such region has telephone numbers; see <see cref="IsRegion"/>.</exception>
    public static PhoneType For(string region)
    {
        var found = PlanArchive.FindRegion(region);
        if (found < 0)
        {
            throw new ArgumentException($"'{region}' is not a region that has telephone numbers.", nameof(region));
        }

        return Volatile.Read(ref Made[found]) ?? Interlocked.CompareExchange(ref Made[found], new(found), null) ?? Made[found]!;
    }

    /// <summary>Whether a region has telephone numbers.</summary>
    /// <param name="region">Two letters of ISO 3166, in either case.</param>
    public static bool IsRegion(string region) => PlanArchive.FindRegion(region) >= 0;

    /// <summary>Plain text is made here, and only of what is not written in the usual way.</summary>
    protected override bool ReadsAsSent => true;

    /// <inheritdoc/>
    public override FieldType In(Locale locale)
    {
        ArgumentNullException.ThrowIfNull(locale);
        return For(locale.Region);
    }

    /// <inheritdoc/>
    protected override bool KeepsSigns => true;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        if (PhoneWriting.IsUsual(raw))
        {
            return ReadText(raw, raw);
        }

        var most = PhoneWriting.RoomFor(raw);
        Span<char> room = most <= UsualCharacters ? stackalloc char[UsualCharacters] : new char[most];
        if (PhoneWriting.Write(raw, room, out var text) is { } unclear)
        {
            return FieldValue.Invalid(raw, unclear);
        }

        if (text.IsEmpty)
        {
            return FieldValue.Blank(raw);
        }

        // Words behind a number are not digits of it: 415-555-0132 cell. Behind the beginning of one they can be: 1-800-FLOWERS.
        var number = PhoneWriting.BeforeWords(text, out var isApart);
        if (number.IsEmpty)
        {
            return ReadText(raw, text);
        }

        var whole = isApart ? default : ReadText(raw, text);
        return whole.IsValid ? whole
            : ReadText(raw, number) is { IsValid: true } value ? value
            : isApart ? ReadText(raw, text) : whole;
    }

    private FieldValue ReadText(string raw, ReadOnlySpan<char> meant)
    {
        Span<char> digits = stackalloc char[PhoneText.MaxDigits];
        Span<char> extension = stackalloc char[ExtensionSearch.MaxDigits];
        var text = new PhoneText(digits, extension);
        if (text.Read(meant) is { } unreadable)
        {
            return FieldValue.Invalid(raw, unreadable);
        }

        Span<char> room = stackalloc char[DialledNumber.Room];
        var number = new DialledNumber(Plan, room);
        if (number.Read(digits[..text.Count], text.HasPlus) is { } impossible)
        {
            return FieldValue.Invalid(raw, impossible == PhoneReasons.TooLong ? WhyTooLong(meant) : impossible);
        }

        var callingCode = number.Plan.CallingCode;
        if (!callingCode.TryClassify(number.National, out var owner, out var type)
            && !NorthAmericanNumber.TryClassify(callingCode, number.National, out owner, out type))
        {
            return FieldValue.Invalid(raw, WhyNotInUse(number.Plan, number.National, meant));
        }

        var mark = new PhoneMark(owner, type, callingCode.Digits.Length, text.ExtensionCount);
        return Valid(raw, callingCode.Digits, number.National, extension[..text.ExtensionCount], mark.ToPayload());
    }

    // The extension stands behind the canonical text, out of its sight, so that its part is a slice too.
    private static FieldValue Valid(string raw, string code, ReadOnlySpan<char> national, ReadOnlySpan<char> extension, double payload)
    {
        var length = 1 + code.Length + national.Length;
        if (raw.Length == length && raw[0] == '+' && raw.AsSpan(1).StartsWith(code) && raw.AsSpan(1 + code.Length).SequenceEqual(national))
        {
            return FieldValue.Valid(raw, raw, payload);
        }

        return FieldValue.Slice(raw, string.Concat("+", code, national, extension), 0, length, payload);
    }

    private static string WhyTooLong(ReadOnlySpan<char> meant) =>
        PhoneWriting.HoldsTwoInARow(meant) ? PhoneReasons.TwoNumbers : PhoneReasons.TooLong;

    private static string WhyNotInUse(
        NumberingPlan plan, ReadOnlySpan<char> national, ReadOnlySpan<char> meant) => plan.Fit(national.Length) switch
    {
        LengthFit.TooShort or LengthFit.Local => PhoneReasons.TooShort,
        LengthFit.TooLong => WhyTooLong(meant),
        LengthFit.Impossible => PhoneReasons.ImpossibleLength,
        _ when plan.CallingCode.Digits != "1" => PhoneReasons.NotInUse,
        _ when AreaCodes.Find(national[..3]) is null => PhoneReasons.NoSuchArea,
        _ => NorthAmericanNumber.IsImpossibleExchange(national) ? PhoneReasons.ImpossibleExchange : PhoneReasons.NotInUse,
    };
}
