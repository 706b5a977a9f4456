using LeadFilter.Core.Fields.Phones.Plans;

namespace LeadFilter.Core.Fields.Phones.Reading;

/// <summary>
/// Makes of the digits that people dial or write a calling code and a national number. The steps and their order are libphonenumber's,
/// so that both agree on every number.
/// </summary>
internal ref struct DialledNumber
{
    /// <summary>Room for a number whose prefix was replaced, once before and once after its calling code was found.</summary>
    public const int Room = 2 * RoomOnce;

    private const int RoomOnce = PhoneText.MaxDigits + 12;
    private const int MinDigits = 2;
    private const int MaxDigits = 17;
    private const int MaxCallingCodeLength = 3;

    private readonly NumberingPlan home;
    private readonly Span<char> room;
    private bool hasCallingCode;

    /// <summary>Prepares to read.</summary>
    /// <param name="home">The plan of the region where numbers without a calling code belong.</param>
    /// <param name="room"><see cref="Room"/> characters.</param>
    public DialledNumber(NumberingPlan home, Span<char> room)
    {
        this.home = home;
        this.room = room;
        Plan = home;
    }

    /// <summary>The plan by which the number was read.</summary>
    public NumberingPlan Plan { get; private set; }

    /// <summary>The number without calling code and prefixes; its leading zeros belong to it.</summary>
    public ReadOnlySpan<char> National { get; private set; }

    /// <summary>Reads.</summary>
    /// <param name="digits">The digits.</param>
    /// <param name="hasPlus">Whether a plus sign comes before them.</param>
    /// <returns>Why it is no telephone number; null if it may be one.</returns>
    public string? Read(ReadOnlySpan<char> digits, bool hasPlus)
    {
        var why = hasPlus ? ReadInternational(digits) : ReadAsDialled(digits);
        if (hasPlus && why is PhoneReasons.NoSuchCountryCode)
        {
            // "+011 44 …", or a plus sign before a number without its calling code.
            why = ReadAsDialled(digits);
            why ??= hasCallingCode ? null : PhoneReasons.NoSuchCountryCode;
        }

        return why ?? (National.Length < MinDigits ? PhoneReasons.TooShort : TakePrefixAway());
    }

    private string? ReadInternational(ReadOnlySpan<char> digits)
    {
        if (digits.Length <= MinDigits)
        {
            return PhoneReasons.TooShort;
        }

        var code = 0;
        for (var count = 1; digits[0] != '0' && count <= MaxCallingCodeLength; count++)
        {
            code = (code * 10) + (digits[count - 1] - '0');
            if (PlanArchive.CallingCodeOf(code) is { } callingCode)
            {
                TakeCallingCode(callingCode, digits[count..]);
                return null;
            }
        }

        return PhoneReasons.NoSuchCountryCode;
    }

    private string? ReadAsDialled(ReadOnlySpan<char> digits)
    {
        if (home.InternationalPrefixOf(digits) is > 0 and var prefix)
        {
            return ReadInternational(digits[prefix..]);
        }

        National = digits;
        var code = home.CallingCode.Digits;
        if (digits.StartsWith(code))
        {
            // The calling code without a plus sign, if the number is one without it and none with it.
            var rest = home.WithoutNationalPrefix(digits[code.Length..], room[RoomOnce..]);
            if ((!home.Describes(digits) && home.Describes(rest)) || home.Fit(digits.Length) == LengthFit.TooLong)
            {
                TakeCallingCode(home.CallingCode, rest);
            }
        }

        return null;
    }

    private void TakeCallingCode(CallingCode callingCode, ReadOnlySpan<char> rest)
    {
        hasCallingCode = true;
        Plan = callingCode.MainPlan;
        National = rest;
    }

    private string? TakePrefixAway()
    {
        var national = Plan.WithoutNationalPrefix(National, room);
        if (Plan.Fit(national.Length) is LengthFit.Possible or LengthFit.TooLong)
        {
            National = national;
        }

        return National.Length < MinDigits ? PhoneReasons.TooShort : National.Length > MaxDigits ? PhoneReasons.TooLong : null;
    }
}
