using System.Globalization;
using LeadFilter.Core.Fields.Flags;
using LeadFilter.Core.Fields.Numbers;
using LeadFilter.Core.Fields.Texts;

namespace LeadFilter.Core.Fields.Persons;

/// <summary>
/// A social security number of the United States, or a taxpayer's number (ITIN). It is masked as soon as it is read: canonical text and
/// <see cref="FieldValue.Raw"/> hold no more than the last four digits, so that no log, message or delivery can hold the rest. The nine
/// digits are the value's number, for its parts only.
/// </summary>
public sealed class SsnType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly SsnType Instance = new();

    private const string Mask = "***-**-";
    private const string Hidden = "***";

    // Prime to a thousand million: each number has an identity of its own.
    private const long Factor = 387_420_489;
    private const long Modulus = 1_000_000_000;
    private const long Summand = 271_828_183;

    private static readonly IReadOnlyList<FieldPart> SsnParts =
    [
        new("last4", StringType.Instance, "The last four digits.", static (in value, _) => value.Part(Mask.Length, 4)),
        new("area", StringType.Instance, "The first three digits; missing where the number was sent masked.",
            static (in value, _) => IsFull(value)
                ? Text(value, Digits(value).Area.ToString("000", CultureInfo.InvariantCulture))
                : FieldValue.Missing),
        new("itin", BooleanType.Instance, "Whether it is a taxpayer's number (ITIN); missing where it was sent masked.",
            static (in value, _) => IsFull(value) ? FieldValue.OfNumber(value.Raw!, Digits(value).IsItin ? 1 : 0) : FieldValue.Missing),
        new("masked", BooleanType.Instance, "Whether it was sent masked, so that only the last four digits are known.",
            static (in value, _) => FieldValue.OfNumber(value.Raw!, IsFull(value) ? 0 : 1)),
        new(
            "identity",
            NumberType.Instance,
            "A number that stands for all nine digits, to find duplicates by; missing where it was sent masked.",
            static (in value, _) => IsFull(value)
                ? FieldValue.OfNumber(value.Raw!, ((Digits(value).Value * Factor) + Summand) % Modulus)
                : FieldValue.Missing),
    ];

    private SsnType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "ssn";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts => SsnParts;

    /// <inheritdoc/>
    public override bool HidesRaw => true;

    /// <summary>The plain text is made here, so that the text as sent is not kept beside it.</summary>
    protected override bool ReadsAsSent => true;

    /// <inheritdoc/>
    protected override bool KeepsSigns => true;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        var plain = PlainText.IsPlain(raw) ? raw : PlainText.Of(raw);
        if (plain.AsSpan().IsWhiteSpace())
        {
            return FieldValue.Blank(raw);
        }

        if (SsnText.Read(plain.AsSpan().Trim(), out var digits, out var isMasked) is { } why)
        {
            return FieldValue.Invalid(Hidden, why);
        }

        Span<char> masked = stackalloc char[Mask.Length + 4];
        Mask.CopyTo(masked);
        (digits.Value % 10_000).TryFormat(masked[Mask.Length..], out _, "0000", CultureInfo.InvariantCulture);
        var text = masked.SequenceEqual(raw) ? raw : masked.ToString();
        return FieldValue.Valid(text, text, isMasked ? 0 : digits.Value);
    }

    private static bool IsFull(in FieldValue value) => value.Number != 0;

    private static SsnDigits Digits(in FieldValue value) => new((int)value.Number);

    private static FieldValue Text(in FieldValue value, string text) => FieldValue.Valid(value.Raw!, text);
}
