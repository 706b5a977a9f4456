using LeadFilter.Core.Fields.Numbers;

namespace LeadFilter.Core.Fields.Persons;

/// <summary>
/// Reads social security numbers: <c>123-45-6789</c>, with spaces, dots or nothing between, and masked: <c>***-**-6789</c>.
/// </summary>
internal static class SsnText
{
    private const int LastDigits = 4;

    /// <summary>Reads a number.</summary>
    /// <param name="text">Plain text, trimmed.</param>
    /// <param name="digits">The digits that are there: all nine, or the last four.</param>
    /// <param name="isMasked">Whether the first five are masked.</param>
    /// <returns>Why it is none; null if it is one.</returns>
    public static string? Read(ReadOnlySpan<char> text, out SsnDigits digits, out bool isMasked)
    {
        digits = default;
        isMasked = false;
        text = WithoutLabel(text);
        var (count, masked, value) = (0, 0, 0);
        foreach (var c in text)
        {
            if (IsSeparator(c))
            {
                // 123-45-6789; a separator elsewhere makes it something else.
                if (count is not (3 or 5))
                {
                    return "not a social security number";
                }
            }
            else if (IsMask(c) && masked == count)
            {
                (count, masked) = (count + 1, masked + 1);
            }
            else if (DecimalDigit.Of(c) is >= 0 and var digit)
            {
                value = count < SsnDigits.Count ? (value * 10) + digit : value;
                count++;
            }
            else
            {
                return "not a social security number";
            }
        }

        if (count != SsnDigits.Count)
        {
            return count == 0 ? "not a social security number" : count < SsnDigits.Count ? "too short" : "too long";
        }

        digits = new(value);
        isMasked = masked > 0;
        return !isMasked ? digits.Why
            : masked != SsnDigits.Count - LastDigits ? "not a social security number"
            : value == 0 ? "serial not in use"
            : null;
    }

    private static ReadOnlySpan<char> WithoutLabel(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<string> labels = ["SSN", "ITIN"];
        foreach (var label in labels)
        {
            if (text.StartsWith(label, StringComparison.OrdinalIgnoreCase))
            {
                return text[label.Length..].TrimStart(" :#-");
            }
        }

        return text;
    }

    private static bool IsSeparator(char c) => c is '-' or ' ' or '.' or '/';

    private static bool IsMask(char c) => c is '*' or 'x' or 'X' or '#' or '•' or '●';
}
