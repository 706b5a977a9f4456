using System.Buffers;

namespace LeadFilter.Pipeline.Decisions;

/// <summary>The name of a source for logs and reports: what vendors send there is not to be trusted with a person's data.</summary>
public static class SourceLabel
{
    /// <summary>Stands for a source whose text might be personal.</summary>
    public const string Withheld = "(withheld)";

    private const int MaxLength = 64;
    private const int MaxDigitsInARow = 6;
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-/:");

    /// <summary>
    /// The label of a source. Domains, paths and short ids pass; anything with an @, a space or another unusual character,
    /// with seven digits in a row (a phone number), or over 64 characters is withheld.
    /// </summary>
    /// <param name="raw">The text as sent; null if there is none.</param>
    public static string? Of(string? raw)
    {
        if (string.IsNullOrWhiteSpace(raw))
        {
            return null;
        }

        var text = raw.AsSpan().Trim();
        return text.Length > MaxLength || text.ContainsAnyExcept(Allowed) || HoldsNumber(text)
            ? Withheld
            : text.ToString().ToLowerInvariant();
    }

    // Separators do not end a run: 415-555-0132 is a phone number too.
    private static bool HoldsNumber(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : c is '.' or '-' or '_' ? digits : 0;
            if (digits > MaxDigitsInARow)
            {
                return true;
            }
        }

        return false;
    }
}
