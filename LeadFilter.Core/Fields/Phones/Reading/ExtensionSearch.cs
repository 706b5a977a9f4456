namespace LeadFilter.Core.Fields.Phones.Reading;

/// <summary>
/// Looks for an extension at the end of a text: <c>x4</c>, <c>ext. 4</c>, <c>доб. 4</c>, <c>#4</c>, <c>,,4</c>, <c>;ext=4</c>, <c>- 4#</c>.
/// Facts: libphonenumber's forms. The clearer the mark, the more digits may follow it: 20, 15, 9 or 6.
/// </summary>
internal ref struct ExtensionSearch
{
    /// <summary>The most digits of an extension.</summary>
    public const int MaxDigits = 20;

    private const int MaxDigitsAfterPause = 15;
    private const int MaxDigitsAfterVagueMark = 9;
    private const int MaxDigitsBeforeHash = 6;

    private readonly ReadOnlySpan<char> text;
    private readonly int earliest;
    private readonly int latest;
    private readonly int digits;

    /// <summary>Searches.</summary>
    /// <param name="text">The text.</param>
    /// <param name="earliest">Where the number before the extension may end at the earliest.</param>
    /// <param name="latest">Where it may end at the latest.</param>
    public ExtensionSearch(ReadOnlySpan<char> text, int earliest, int latest)
    {
        this.text = text;
        this.earliest = earliest;
        this.latest = latest;
        var end = text.EndsWith('#') ? text.Length - 1 : text.Length;
        digits = end;
        while (digits > 0 && PhoneCharacter.DigitOf(text[digits - 1]) >= 0)
        {
            digits--;
        }

        Count = end - digits;
        if (Count is > 0 and <= MaxDigits && digits > 0)
        {
            Search(end < text.Length);
        }
    }

    /// <summary>Where the extension with its mark begins, as far left as it can; -1 without one.</summary>
    public int Start { get; private set; } = -1;

    /// <summary>Whether the extension can follow directly on a number that ends within the given bounds.</summary>
    public bool Joins { get; private set; }

    /// <summary>Whether a word says that it is an extension; a sign can also part two numbers.</summary>
    public bool IsNamed { get; private set; }

    /// <summary>How many digits the extension has.</summary>
    public int Count { get; }

    /// <summary>The extension's digits, of any script.</summary>
    public readonly ReadOnlySpan<char> Digits => text.Slice(digits, Count);

    private void Search(bool hash)
    {
        if (hash)
        {
            OfferIf(Count <= MaxDigitsBeforeHash, Back(digits, static c => c is '-' or ' '), digits - 1);
        }
        else if (text[digits - 1] == '=')
        {
            IsNamed = true;
            OfferIf(text[..digits].EndsWith(";ext=", StringComparison.OrdinalIgnoreCase), digits - 5, digits - 5);
        }

        var gap = Back(digits, static c => c is ' ' or '\u00A0' or '\t' or ',' or '-');
        SearchCommas(gap);
        var mark = gap > 0 && text[gap - 1] is ':' or '.' or '\uFF0E' ? gap - 1 : gap;
        if (mark == 0)
        {
            return;
        }

        if (text[mark - 1] == ';')
        {
            OfferIf(Count <= MaxDigitsAfterPause, Back(mark - 1, IsBlank), mark - 1);
        }
        else if (text[mark - 1] == ',')
        {
            SearchCommasBefore(mark);
        }
        else
        {
            SearchWord(mark);
        }
    }

    // Commas among the blanks and dashes before the digits.
    private void SearchCommas(int gap)
    {
        var comma = text[gap..digits].IndexOf(Count <= MaxDigitsAfterVagueMark ? "," : ",,");
        OfferIf(comma >= 0 && Count <= MaxDigitsAfterPause, Back(gap + Math.Max(comma, 0), IsBlank), gap + comma);
    }

    // Commas directly before a colon or dot.
    private void SearchCommasBefore(int mark)
    {
        var first = Back(mark, static c => c == ',');
        if (Count <= MaxDigitsAfterVagueMark)
        {
            Offer(Back(first, IsBlank), mark - 1);
        }
        else
        {
            OfferIf(Count <= MaxDigitsAfterPause && mark - first >= 2, first == mark - 2 ? Back(first, IsBlank) : mark - 2, mark - 2);
        }
    }

    private void SearchWord(int mark)
    {
        if (ExtensionWord.LengthAtEnd(text[..mark], out var isVague) is > 0 and var length
            && (!isVague || Count <= MaxDigitsAfterVagueMark))
        {
            IsNamed |= !isVague;
            var start = mark - length;
            var first = !isVague && start > 0 && ExtensionWord.MayBegin(text[start - 1], text[start]) ? start - 1 : start;
            Offer(Back(first, static c => c is ' ' or '\u00A0' or '\t' or ','), start);
        }
    }

    private void OfferIf(bool holds, int from, int to)
    {
        if (holds && from <= to)
        {
            Offer(from, to);
        }
    }

    // The mark may begin anywhere between both places: what is left of its core may belong to the number or to it.
    private void Offer(int from, int to)
    {
        Start = Start < 0 ? from : Math.Min(Start, from);
        Joins |= Math.Max(from, earliest) <= Math.Min(to, latest);
    }

    private readonly int Back(int from, Func<char, bool> belongs)
    {
        while (from > 0 && belongs(text[from - 1]))
        {
            from--;
        }

        return from;
    }

    private static bool IsBlank(char c) => c is ' ' or '\u00A0' or '\t';
}
