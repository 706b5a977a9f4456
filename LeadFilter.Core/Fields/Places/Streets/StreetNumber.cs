namespace LeadFilter.Core.Fields.Places.Streets;

/// <summary>Words of streets that are numbers, told by their characters. All take words in small letters.</summary>
internal static class StreetNumber
{
    /// <summary>Whether all characters are digits.</summary>
    /// <param name="word">The word.</param>
    public static bool IsDigits(ReadOnlySpan<char> word) => !word.IsEmpty && !word.ContainsAnyExceptInRange('0', '9');

    /// <summary>Whether one of its characters is a digit.</summary>
    /// <param name="word">The word.</param>
    public static bool HasDigit(ReadOnlySpan<char> word) => word.ContainsAnyInRange('0', '9');

    /// <summary>Whether a word is one letter.</summary>
    /// <param name="word">The word.</param>
    public static bool IsLetter(ReadOnlySpan<char> word) => word.Length == 1 && char.IsAsciiLetterLower(word[0]);

    /// <summary>Whether a word is a number of order: 5th.</summary>
    /// <param name="word">The word.</param>
    public static bool IsOrdinal(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" && char.IsAsciiDigit(word[^3]);

    /// <summary>Whether a word is a part of one: 1/2.</summary>
    /// <param name="word">The word.</param>
    public static bool IsFraction(ReadOnlySpan<char> word) =>
        word is [>= '1' and <= '7', '/', '2' or '3' or '4' or '5' or '6' or '8'] && word[0] < word[2];

    /// <summary>Whether a word is a number of a grid, as in Wisconsin and Illinois: N123W4567, or W2123.</summary>
    /// <param name="word">The word.</param>
    public static bool IsGrid(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[0] is 'n' or 's' or 'e' or 'w' && char.IsAsciiDigit(word[1]);

    /// <summary>Whether a word may be a house number: 123, 12A, 123-45, N123W4567.</summary>
    /// <param name="word">The word.</param>
    public static bool IsHouse(ReadOnlySpan<char> word) =>
        !word.IsEmpty && (char.IsAsciiDigit(word[0]) ? !IsOrdinal(word) : IsGrid(word));

    /// <summary>What makes a number one of order: th, nd.</summary>
    /// <param name="digits">Digits.</param>
    public static string OrdinalEnding(ReadOnlySpan<char> digits) => (digits.Length > 1 && digits[^2] == '1', digits[^1]) switch
    {
        (false, '1') => "st",
        (false, '2') => "nd",
        (false, '3') => "rd",
        _ => "th",
    };
}
