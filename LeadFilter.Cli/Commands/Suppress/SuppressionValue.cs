using LeadFilter.Core.Suppression;

namespace LeadFilter.Cli.Commands.Suppress;

/// <summary>Values as people and authorities write them into the cells and lines of lists.</summary>
internal static class SuppressionValue
{
    private const int AreaCodeDigits = 3;
    private const int LocalDigits = 7;

    // Google's address book writes " ::: " between the values of a cell.
    private static readonly string[] Separators = [":::", ";", "|", "\n", "\r", ",", "/"];

    /// <summary>
    /// What a value that stands alone is. A line of the national do-not-call list, <c>602,2349876</c>, is a telephone number:
    /// its area code, a comma and seven digits (the FTC's flat file).
    /// </summary>
    /// <param name="text">The value.</param>
    public static (SuppressionKind Kind, string Value) Of(string text)
    {
        var value = text.Trim();
        if (value.IndexOf(',') is AreaCodeDigits
            && value.Length == AreaCodeDigits + 1 + LocalDigits
            && value.Where(static one => one != ',').All(char.IsAsciiDigit))
        {
            return (SuppressionKind.Phone, value.Remove(AreaCodeDigits, 1));
        }

        return (KindOf(value), text);
    }

    /// <summary>Adds the values of a cell: usually one, but each of several telephone numbers or e-mail addresses.</summary>
    /// <param name="values">Takes them.</param>
    /// <param name="kind">What they are.</param>
    /// <param name="text">The cell.</param>
    /// <param name="area">The area code in another cell of the row, for a number of seven digits; null if there is none.</param>
    public static void AddTo(List<(SuppressionKind Kind, string Value)> values, SuppressionKind kind, string text, string? area)
    {
        foreach (var value in Split(kind, text))
        {
            var isLocal = kind is SuppressionKind.Phone && area is not null && DigitsOf(value) is LocalDigits;
            values.Add((kind, isLocal ? area!.Trim() + value : value));
        }
    }

    // A cell is taken apart only if each part is a value by its looks; otherwise it is one value, and is told if it is invalid.
    private static string[] Split(SuppressionKind kind, string text)
    {
        if (kind is not (SuppressionKind.Email or SuppressionKind.Phone))
        {
            return [text];
        }

        var parts = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 1 && parts.All(part => kind is SuppressionKind.Email ? IsEmail(part) : IsPhone(part))
            ? parts
            : [text];
    }

    private static bool IsEmail(string part) => part.Count(static one => one is '@') is 1 && !part.Any(char.IsWhiteSpace);

    private static bool IsPhone(string part) => DigitsOf(part) >= LocalDigits && !part.Any(char.IsLetter);

    private static int DigitsOf(string text) => text.Count(char.IsAsciiDigit);

    private static SuppressionKind KindOf(string value) =>
        Split(SuppressionKind.Email, value).Length > 1 ? SuppressionKind.Email
        : value.Contains(',', StringComparison.Ordinal) && Split(SuppressionKind.Phone, value).Length is 1 ? SuppressionKind.Address
        : value.Contains('@', StringComparison.Ordinal) ? SuppressionKind.Email
        : value.Any(char.IsLetter) ? SuppressionKind.Domain
        : SuppressionKind.Phone;
}
