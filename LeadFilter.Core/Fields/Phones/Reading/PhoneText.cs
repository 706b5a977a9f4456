namespace LeadFilter.Core.Fields.Phones.Reading;

/// <summary>Finds the telephone number in a text, and takes its digits and its extension's digits out.</summary>
internal ref struct PhoneText
{
    /// <summary>More digits than any number has with all its prefixes.</summary>
    public const int MaxDigits = 48;

    // As in libphonenumber.
    private const int MaxCharacters = 250;

    // No extension is so long, unless the text says that it is one.
    private const int MinDigitsOfNumber = 7;

    private readonly Span<char> digits;
    private readonly Span<char> extension;

    /// <summary>Prepares to read.</summary>
    /// <param name="digits">Room for <see cref="MaxDigits"/>.</param>
    /// <param name="extension">Room for <see cref="ExtensionSearch.MaxDigits"/>.</param>
    public PhoneText(Span<char> digits, Span<char> extension)
    {
        this.digits = digits;
        this.extension = extension;
    }

    /// <summary>Whether a plus sign comes before the first digit.</summary>
    public bool HasPlus { get; private set; }

    /// <summary>How many digits the number has.</summary>
    public int Count { get; private set; }

    /// <summary>How many digits the extension has; 0 without one.</summary>
    public int ExtensionCount { get; private set; }

    /// <summary>Reads.</summary>
    /// <param name="raw">The text.</param>
    /// <returns>Why it is no telephone number; null if it may be one.</returns>
    public string? Read(ReadOnlySpan<char> raw)
    {
        var text = raw.Trim();
        if (text.Length > MaxCharacters)
        {
            return PhoneReasons.TooLong;
        }

        var candidate = PhoneCandidate.In(text);
        var shape = PhoneShape.Of(candidate);
        var search = new ExtensionSearch(candidate, shape.Earliest, shape.Latest);
        if (!shape.IsViable(candidate, search.Joins))
        {
            return PhoneReasons.NotANumber;
        }

        if (search.Start >= 0 && IsViable(candidate[..search.Start]))
        {
            foreach (var digit in search.Digits)
            {
                extension[ExtensionCount++] = (char)('0' + PhoneCharacter.DigitOf(digit));
            }

            candidate = candidate[..search.Start];
        }

        if (ExtensionCount >= MinDigitsOfNumber && !search.IsNamed)
        {
            return PhoneReasons.TwoNumbers;
        }

        HasPlus = PhoneCharacter.IsPlus(candidate[0]);
        return KeypadLetters.In(candidate) is var letters && letters == KeypadLetters.Use.Errors ? PhoneReasons.NotADigit
            : TakeDigits(candidate, letters == KeypadLetters.Use.Words) ? null
            : PhoneReasons.TooLong;
    }

    private static bool IsViable(ReadOnlySpan<char> text)
    {
        var shape = PhoneShape.Of(text);
        return shape.IsViable(text, joins: false) || shape.IsViable(text, new ExtensionSearch(text, shape.Earliest, shape.Latest).Joins);
    }

    private bool TakeDigits(ReadOnlySpan<char> text, bool lettersAreDigits)
    {
        foreach (var c in text)
        {
            var digit = PhoneCharacter.DigitOf(c);
            if (digit < 0 && !(lettersAreDigits && char.IsAsciiLetter(c)))
            {
                continue;
            }

            if (Count == MaxDigits)
            {
                return false;
            }

            digits[Count++] = digit < 0 ? PhoneCharacter.KeyOf(c) : (char)('0' + digit);
        }

        return true;
    }
}
