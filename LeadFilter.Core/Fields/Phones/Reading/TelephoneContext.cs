namespace LeadFilter.Core.Fields.Phones.Reading;

/// <summary>The context of a local number in a <c>tel:</c> address: <c>tel:555-0132;phone-context=+1-415</c> (RFC 3966).</summary>
internal static class TelephoneContext
{
    /// <summary>What comes before the context.</summary>
    public const string Mark = ";phone-context=";

    private const string Scheme = "tel:";

    /// <summary>The number with its context, if that is the beginning of a number, in front.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mark">Where the mark stands in it.</param>
    /// <returns>Empty if the context is neither the beginning of a number nor a domain.</returns>
    public static ReadOnlySpan<char> NumberOf(ReadOnlySpan<char> text, int mark)
    {
        var context = text[(mark + Mark.Length)..];
        context = context.IndexOf(';') is >= 0 and var end ? context[..end] : context;
        if (!IsNumber(context) && !IsDomain(context))
        {
            return default;
        }

        var scheme = text.IndexOf(Scheme);
        var start = scheme >= 0 ? scheme + Scheme.Length : 0;
        var number = text[Math.Min(start, mark)..Math.Max(start, mark)];
        return context[0] == '+' ? string.Concat(context, number) : number;
    }

    private static bool IsNumber(ReadOnlySpan<char> context)
    {
        if (!context.StartsWith('+'))
        {
            return false;
        }

        var digits = 0;
        foreach (var c in context[1..])
        {
            var isDigit = PhoneCharacter.DigitOf(c) >= 0;
            if (!isDigit && c is not ('-' or '.' or '(' or ')'))
            {
                return false;
            }

            digits += isDigit ? 1 : 0;
        }

        return digits > 0;
    }

    // Labels of letters, digits and inner hyphens; the last one begins with a letter.
    private static bool IsDomain(ReadOnlySpan<char> context)
    {
        var labels = context.EndsWith('.') ? context[..^1] : context;
        var last = labels[(labels.LastIndexOf('.') + 1)..];
        foreach (var label in labels.Split('.'))
        {
            if (!IsLabel(labels[label]))
            {
                return false;
            }
        }

        return !last.IsEmpty && char.IsAsciiLetter(last[0]);
    }

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        foreach (var c in label)
        {
            if (c != '-' && !char.IsAsciiLetter(c) && PhoneCharacter.DigitOf(c) < 0)
            {
                return false;
            }
        }

        return !label.IsEmpty && label[0] != '-' && label[^1] != '-';
    }
}
