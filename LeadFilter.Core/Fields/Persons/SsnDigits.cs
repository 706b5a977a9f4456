namespace LeadFilter.Core.Fields.Persons;

/// <summary>
/// The nine digits of a social security number (SSN), or of an individual taxpayer's number (ITIN), and what the offices say of them.
/// Sources: Social Security Administration, "Social Security Number Randomization" (no area 000, 666 or 900 and over, no group 00, no
/// serial 0000); Internal Revenue Service, Internal Revenue Manual 3.21.263 (ITIN: 9 in front, group 50 to 65, 70 to 88, 90 to 92 or 94
/// to 99).
/// </summary>
/// <param name="Value">The digits as a number.</param>
internal readonly record struct SsnDigits(int Value)
{
    /// <summary>How many digits there are.</summary>
    public const int Count = 9;

    private const int Serials = 10_000;

    /// <summary>The first three digits.</summary>
    public int Area => Value / 1_000_000;

    /// <summary>Whether it is a taxpayer's number.</summary>
    public bool IsItin => Area >= 900 && Group is (>= 50 and <= 65) or (>= 70 and <= 88) or (>= 90 and <= 92) or (>= 94 and <= 99);

    /// <summary>Why nobody can have it; null if somebody can.</summary>
    public string? Why =>
        Area is 0 or 666 || (Area >= 900 && !IsItin) ? "area not in use"
        : Group == 0 ? "group not in use"
        : Serial == 0 ? "serial not in use"
        : IsPlaceholder ? "nobody's number"
        : null;

    private int Group => Value / Serials % 100;

    private int Serial => Value % Serials;

    // Printed on sample cards in wallets, in leaflets and in advertisements (SSA, "Social Security Cards Issued by Woolworth"), or typed to
    // have nine digits.
    private bool IsPlaceholder =>
        Value is 078_05_1120 or 219_09_9999 or 457_55_5462 or 123_45_6789 or 987_65_4321 or (>= 987_65_4320 and <= 987_65_4329)
        || Value % 111_111_111 == 0;
}
