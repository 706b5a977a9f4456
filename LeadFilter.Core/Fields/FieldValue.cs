namespace LeadFilter.Core.Fields;

/// <summary>
/// One field of one lead: the raw text as the vendor sent it, and what standardising made of it.
/// A value type of 40 bytes; its text may be a slice of a longer one, so that parts cost no allocation.
/// </summary>
public readonly struct FieldValue
{
    /// <summary>The value of a field that was not sent.</summary>
    public static readonly FieldValue Missing;

    private readonly string? text;
    private readonly int start;
    private readonly int length;

    private FieldValue(string? raw, Validity validity, string? text, int start, int length, double number)
    {
        Raw = raw;
        Validity = validity;
        this.text = text;
        this.start = start;
        this.length = length;
        Number = number;
    }

    /// <summary>
    /// The text as it was sent, masked if it is a secret (<see cref="FieldType.HidesRaw"/>); null only when the field is missing.
    /// </summary>
    public string? Raw { get; }

    /// <summary>
    /// The value as a number: the number itself, 1 or 0 for flags, milliseconds for instants;
    /// for text types a payload that only the type and its parts understand. 0 unless valid.
    /// </summary>
    public double Number { get; }

    /// <summary>Missing, blank, invalid or valid.</summary>
    public Validity Validity { get; }

    /// <summary>Whether the field holds a value of its type.</summary>
    public bool IsValid => Validity == Validity.Valid;

    /// <summary>The canonical text of a valid value of a text type; else empty.</summary>
    public ReadOnlySpan<char> Text => IsValid ? text.AsSpan(start, length) : default;

    /// <summary>Why an invalid value is invalid, in plain words and without the value; else null.</summary>
    public string? Why => Validity == Validity.Invalid ? text : null;

    /// <summary>The canonical text as a string, without a copy where the whole string is the text.</summary>
    public string TextString => !IsValid || text is null ? "" : length == text.Length ? text : text.Substring(start, length);

    /// <summary>A field that was sent empty.</summary>
    /// <param name="raw">The text as sent.</param>
    public static FieldValue Blank(string raw) => new(raw, Validity.Blank, null, 0, 0, 0);

    /// <summary>A field whose text is not a value of its type.</summary>
    /// <param name="raw">The text as sent.</param>
    /// <param name="why">The reason: a constant such as "too short", never holding the value.</param>
    public static FieldValue Invalid(string raw, string why) => new(raw, Validity.Invalid, why, 0, 0, 0);

    /// <summary>A valid value with canonical text.</summary>
    /// <param name="raw">The text as sent.</param>
    /// <param name="text">The canonical text.</param>
    /// <param name="number">The number or payload.</param>
    public static FieldValue Valid(string raw, string text, double number = 0) => new(raw, Validity.Valid, text, 0, text.Length, number);

    /// <summary>A valid value whose canonical text is a slice of a longer text.</summary>
    /// <param name="raw">The text as sent.</param>
    /// <param name="text">The text that holds the slice.</param>
    /// <param name="start">Where the slice starts.</param>
    /// <param name="length">How long it is.</param>
    /// <param name="number">The number or payload.</param>
    public static FieldValue Slice(string raw, string text, int start, int length, double number = 0) =>
        new(raw, Validity.Valid, text, start, length, number);

    /// <summary>A valid number, flag or instant, without canonical text.</summary>
    /// <param name="raw">The text as sent.</param>
    /// <param name="number">The value.</param>
    public static FieldValue OfNumber(string raw, double number) => new(raw, Validity.Valid, null, 0, 0, number);

    /// <summary>A part of this value: a slice of its canonical text, relative to that text's start.</summary>
    /// <param name="from">Where the part starts within <see cref="Text"/>.</param>
    /// <param name="count">How long it is.</param>
    public FieldValue Part(int from, int count) => new(Raw, Validity.Valid, text, start + from, count, 0);

    /// <summary>The same value, read from another text as sent.</summary>
    /// <param name="raw">The text as sent.</param>
    internal FieldValue WithRaw(string raw) => new(raw, Validity, text, start, length, Number);
}
