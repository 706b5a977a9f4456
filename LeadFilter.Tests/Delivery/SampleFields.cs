using System.Globalization;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Leads;

namespace LeadFilter.Tests.Delivery;

/// <summary>A small campaign's fields, one of each kind, of plain types.</summary>
internal static class SampleFields
{
    public static readonly FieldLayout Layout = Lay([]);

    public static FieldLayout Lay(IEnumerable<KeyValuePair<string, string>> aliases) => new(
        [
            new("first_name", StringType.Instance, ""),
            new("last_name", StringType.Instance, ""),
            new("email", new PlainType(ValueKind.Text, Email), ""),
            new("monthly_bill", new PlainType(ValueKind.Number, Number), ""),
            new("tcpa_consent", new PlainType(ValueKind.Flag, Flag), ""),
            new("consent_text", StringType.Instance, ""),
            new("created_at", new PlainType(ValueKind.Instant, Instant), ""),
        ],
        aliases);

    private static FieldValue Email(string raw) =>
        raw.Trim().ToLowerInvariant() is var text && text.Contains('@') ? FieldValue.Valid(raw, text) : FieldValue.Invalid(raw, "no @");

    private static FieldValue Number(string raw) =>
        double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? FieldValue.OfNumber(raw, number)
            : FieldValue.Invalid(raw, "not a number");

    private static FieldValue Flag(string raw) => raw switch
    {
        "yes" => FieldValue.OfNumber(raw, 1),
        "no" => FieldValue.OfNumber(raw, 0),
        _ => FieldValue.Invalid(raw, "neither yes nor no"),
    };

    private static FieldValue Instant(string raw) =>
        DateTimeOffset.TryParse(raw, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? FieldValue.OfNumber(raw, at.ToUnixTimeMilliseconds())
            : FieldValue.Invalid(raw, "not a time");

    private sealed class PlainType(ValueKind kind, Func<string, FieldValue> read) : FieldType
    {
        public override string Name => "plain";

        public override ValueKind Kind => kind;

        public override IReadOnlyList<FieldPart> Parts =>
            kind != ValueKind.Text ? [] : [new("domain", StringType.Instance, "", (in FieldValue whole, DateTimeOffset _) =>
            {
                var at = whole.Text.IndexOf('@');
                return whole.Part(at + 1, whole.Text.Length - at - 1);
            })];

        protected override FieldValue Read(string raw) => read(raw);
    }
}
