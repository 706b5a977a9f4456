namespace LeadFilter.Core.Fields.Texts;

/// <summary>Free text: trimmed, with each run of white space made one space.</summary>
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
    public override ValueKind Kind => ValueKind.Text;

    /// <inheritdoc/>
    protected override FieldValue Read(string raw)
    {
        var trimmed = raw.AsSpan().Trim();
        if (!NeedsFolding(trimmed))
        {
            var start = raw.AsSpan().Length - raw.AsSpan().TrimStart().Length;
            return FieldValue.Slice(raw, raw, start, trimmed.Length);
        }

        return FieldValue.Valid(raw, Fold(trimmed));
    }

    private static bool NeedsFolding(ReadOnlySpan<char> text)
    {
        var spaceBefore = false;
        foreach (var c in text)
        {
            var space = char.IsWhiteSpace(c);
            if (space && (spaceBefore || c != ' '))
            {
                return true;
            }

            spaceBefore = space;
        }

        return false;
    }

    private static string Fold(ReadOnlySpan<char> text)
    {
        var folded = new System.Text.StringBuilder(text.Length);
        var spaceBefore = false;
        foreach (var c in text)
        {
            var space = char.IsWhiteSpace(c);
            if (!space)
            {
                folded.Append(c);
            }
            else if (!spaceBefore)
            {
                folded.Append(' ');
            }

            spaceBefore = space;
        }

        return folded.ToString();
    }
}
