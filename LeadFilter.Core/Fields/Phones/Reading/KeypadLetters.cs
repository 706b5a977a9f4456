namespace LeadFilter.Core.Fields.Phones.Reading;

/// <summary>What letters and signs among the digits of a number mean: 1-800-FLOWERS, or an error.</summary>
internal static class KeypadLetters
{
    // From so many letters on, and from so many in a row, letters are words that stand for digits.
    private const int MinLetters = 3;

    /// <summary>What the letters of a number are.</summary>
    public enum Use
    {
        /// <summary>There are none between the digits; one or two around them mean nothing.</summary>
        None,

        /// <summary>Each stands for the digit on its key.</summary>
        Words,

        /// <summary>
        /// One stands where a digit should: the letter O for a zero, an x or asterisk for a digit that is hidden. Without it, the digits
        /// would be another number.
        /// </summary>
        Errors,
    }

    /// <summary>Tells it.</summary>
    /// <param name="number">A number without its extension.</param>
    public static Use In(ReadOnlySpan<char> number)
    {
        var (letters, row, longest) = (0, 0, 0);
        var (isAmong, hasDigit, isRowOfZeros) = (false, false, true);
        for (var i = 0; i <= number.Length; i++)
        {
            var c = i < number.Length ? number[i] : ' ';
            if (char.IsAsciiLetter(c) || c == '*')
            {
                isRowOfZeros = c is 'O' or 'o' && (row == 0 || isRowOfZeros);
                letters += c == '*' ? 0 : 1;
                row += c == '*' ? 0 : 1;
                longest = int.Max(longest, row);
                continue;
            }

            // A row of letters that only look like zeros is no word.
            if (row > 0 && isRowOfZeros && hasDigit)
            {
                return Use.Errors;
            }

            var isDigit = PhoneCharacter.DigitOf(c) >= 0;
            isAmong |= isDigit && hasDigit && IsLetterOrStarBefore(number, i);
            hasDigit |= isDigit;
            row = 0;
        }

        return letters >= MinLetters ? (longest >= MinLetters ? Use.Words : Use.Errors) : isAmong ? Use.Errors : Use.None;
    }

    // Whether between a digit and the one before it stands a letter or an asterisk.
    private static bool IsLetterOrStarBefore(ReadOnlySpan<char> number, int digit)
    {
        for (var i = digit - 1; i >= 0 && PhoneCharacter.DigitOf(number[i]) < 0; i--)
        {
            if (char.IsAsciiLetter(number[i]) || number[i] == '*')
            {
                return true;
            }
        }

        return false;
    }
}
