using System.Globalization;
using LeadFilter.Core.Fields.Texts;

namespace LeadFilter.Core.Fields;

/// <summary>
/// A type of field: how raw text becomes a value. Types are immutable, shared between threads, never throw on any
/// text, and take linear time.
/// </summary>
public abstract class FieldType
{
    /// <summary>The type's name in campaign files, such as <c>phone</c>.</summary>
    public abstract string Name { get; }

    /// <summary>How its values are compared and written.</summary>
    public abstract ValueKind Kind { get; }

    /// <summary>What can be derived from a value, such as an e-mail address's domain.</summary>
    public virtual IReadOnlyList<FieldPart> Parts => [];

    /// <summary>The type as it reads the texts of a locale; the type itself where that makes no difference.</summary>
    /// <param name="locale">The locale.</param>
    public virtual FieldType In(Locale locale) => this;

    /// <summary>
    /// Whether the text as sent is a secret: then <see cref="FieldValue.Raw"/> is masked, and <see cref="FieldValue.Number"/> tells apart
    /// what the mask hides.
    /// </summary>
    public virtual bool HidesRaw => false;

    /// <summary>
    /// Whether <see cref="Read"/> gets the text as sent, not as plain text, because the type has rules of its own for what was meant.
    /// </summary>
    protected virtual bool ReadsAsSent => false;

    /// <summary>
    /// Whether a plus or minus sign before a value is a part of it. Otherwise it is a spreadsheet's mark and is taken off
    /// (<see cref="SpreadsheetMark"/>).
    /// </summary>
    protected virtual bool KeepsSigns => false;

    /// <summary>Whether people may write into it what they like, so that it can be obscene.</summary>
    public virtual bool HoldsWords => false;

    /// <summary>Whether <c>null</c> may be what somebody is called.</summary>
    public virtual bool HoldsNames => false;

    /// <summary>
    /// Reads an answer of a lead: as <see cref="Standardize"/> does, but words that nobody has written, since a template was not filled in
    /// or a program wrote its word for nothing, are blank.
    /// </summary>
    /// <param name="raw">The text as sent.</param>
    public FieldValue ReadAnswer(string raw) =>
        HoldsWords && UnfilledText.Is(raw, HoldsNames) ? FieldValue.Blank(raw) : Standardize(raw);

    /// <summary>Whether two leads with different valid values are of different people: e-mail addresses, telephone numbers.</summary>
    public virtual bool TellsPersonsApart => false;

    /// <summary>Reads raw text.</summary>
    /// <param name="raw">The text as sent.</param>
    /// <returns>A blank, invalid or valid value; never <see cref="Validity.Missing"/>.</returns>
    public FieldValue Standardize(string raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return raw.AsSpan().IsWhiteSpace() ? FieldValue.Blank(raw)
            : TryReadUnmarked(raw, raw, out var value) ? value
            : WithoutMark(raw, ReadsAsSent || PlainText.IsPlain(raw) ? Read(raw) : ReadPlain(raw));
    }

    /// <summary>The canonical text of a valid value, as delivered and compared for duplicates. Read again, it is the same value.</summary>
    /// <param name="value">A valid value of this type.</param>
    public virtual string CanonicalText(in FieldValue value) => Kind switch
    {
        ValueKind.Text => value.TextString,
        ValueKind.Flag => value.Number != 0 ? "true" : "false",
        ValueKind.Instant => DateTimeOffset.FromUnixTimeMilliseconds((long)value.Number)
            .ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture),
        _ => Plain(value.Number),
    };

    /// <summary>Reads text that is not blank.</summary>
    /// <param name="raw">The text as sent, made plain unless <see cref="ReadsAsSent"/> says otherwise.</param>
    protected abstract FieldValue Read(string raw);

    private FieldValue ReadPlain(string raw)
    {
        var plain = PlainText.Of(raw);
        return plain.Length == 0 ? FieldValue.Blank(raw)
            : TryReadUnmarked(plain, raw, out var value) ? value
            : Read(plain).WithRaw(raw);
    }

    // A mark can come to the front when the type takes off what stands around the value.
    private FieldValue WithoutMark(string raw, in FieldValue value) =>
        Kind == ValueKind.Text
        && SpreadsheetMark.MayBegin(value.Text, KeepsSigns)
        && TryReadUnmarked(value.TextString, raw, out var unmarked)
            ? unmarked
            : value;

    private bool TryReadUnmarked(string text, string raw, out FieldValue value)
    {
        value = default;
        if (!SpreadsheetMark.MayBegin(text, KeepsSigns) || SpreadsheetMark.Remove(text, KeepsSigns) is not { } unmarked)
        {
            return false;
        }

        value = Standardize(unmarked);
        value = HidesRaw ? value : value.WithRaw(raw);
        return true;
    }

    // The shortest digits that read as the same number, never with an exponent.
    private static string Plain(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal)
            ? decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)
            : text;
    }
}
