namespace LeadFilter.Core.Fields.Hashes;

/// <summary>
/// A SHA-256 as 64 hex digits in any case. Canonical is lower case. No type of campaign files: it reads what vendors ask about people.
/// </summary>
public sealed class Sha256Type : FieldType
{
    /// <summary>The one instance.</summary>
    public static readonly Sha256Type Instance = new();

    private const int Digits = 64;

    private Sha256Type()
    {
    }

    /// <inheritdoc/>
    public override string Name => "sha256";

    /// <inheritdoc/>
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        var text = raw.AsSpan().Trim();
        if (text.Length != Digits)
        {
            return FieldValue.Invalid(raw, "not 64 hex digits");
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return FieldValue.Invalid(raw, "a character that is not a hex digit");
            }
        }

        return FieldValue.Valid(raw, text.ToString().ToLowerInvariant());
    }
}
