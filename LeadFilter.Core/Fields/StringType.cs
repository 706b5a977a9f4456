using LeadFilter.Core.Fields.Texts;

namespace LeadFilter.Core.Fields;

/// <summary>Free text: made plain (<see cref="PlainText"/>) and trimmed, with each run of white space made one space.</summary>
public sealed class StringType : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly StringType Instance = new();

    private StringType()
    {
    }

    /// <inheritdoc/>
    public override string Name => "string";

    /// <inheritdoc/>
    public override bool HoldsWords => true;

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Text;

    /// <summary>Free text as a value.</summary>
    /// <param name="raw">Plain text, trimmed or not.</param>
    internal static FieldValue Fold(string raw)
    {
        var text = raw.AsSpan().TrimStart();
        var start = raw.Length - text.Length;
        text = text.TrimEnd();
        return FieldValue.Slice(raw, raw, start, text.Length);
    }

    /// <inheritdoc/>
    protected override bool KeepsSigns => true;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw) => Fold(raw);
}
