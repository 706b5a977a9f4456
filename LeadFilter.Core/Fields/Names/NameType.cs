using LeadFilter.Core.Fields.Texts;

namespace LeadFilter.Core.Fields.Names;

/// <summary>
/// A person's first, last or whole name. Any text with something to see is one: what a name tells about itself (a test, a cartoon
/// figure, random letters) stands in its parts, for rules to judge. Canonical is tidied text in the usual case.
/// </summary>
public sealed class NameType : FieldType
{
    /// <summary>The type <c>first_name</c>.</summary>
    public static readonly NameType First = new("first_name", NameKind.First);

    /// <summary>The type <c>last_name</c>.</summary>
    public static readonly NameType Last = new("last_name", NameKind.Last);

    /// <summary>The type <c>full_name</c>.</summary>
    public static readonly NameType Full = new("full_name", NameKind.Full);

    private const int UsualCharacters = 256;

    private readonly NameKind kind;

    private NameType(string name, NameKind kind)
    {
        Name = name;
        this.kind = kind;
        Parts = NameParts.Of(kind);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override bool HoldsWords => true;

    /// <inheritdoc/>
    public override bool HoldsNames => true;

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc/>
    public override IReadOnlyList<FieldPart> Parts { get; }

    /// <inheritdoc/>
    protected override bool ReadsAsSent => true;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        var most = PlainText.MaxCharacters(raw);
        var canonical = most <= UsualCharacters ? stackalloc char[UsualCharacters] : new char[most];
        var text = NameText.Tidy(raw, canonical);
        if (text.IsEmpty)
        {
            return FieldValue.Blank(raw);
        }

        NameCase.Apply(text, kind);
        var trimmed = raw.AsSpan().Trim();
        return trimmed.SequenceEqual(text)
            ? FieldValue.Slice(raw, raw, raw.AsSpan().IndexOf(trimmed[0]), trimmed.Length)
            : FieldValue.Valid(raw, text.ToString());
    }
}
