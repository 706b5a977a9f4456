namespace LeadFilter.Core.Conditions;

/// <summary>The tests that operators are made of.</summary>
public enum TestKind
{
    /// <summary>The field holds a value of its type. Never indeterminate.</summary>
    Valid,

    /// <summary>The field is missing or empty. Never indeterminate.</summary>
    Blank,

    /// <summary>The flag is true.</summary>
    True,

    /// <summary>The text has an obscene word: see <see cref="Fields.Lists.Profanity"/>.</summary>
    Obscene,

    /// <summary>The value is the same as the other.</summary>
    Equal,

    /// <summary>The value is one of the constants, or of the list.</summary>
    In,

    /// <summary>The value is less than the other.</summary>
    Less,

    /// <summary>The value is greater than the other.</summary>
    Greater,

    /// <summary>The value lies between the two constants, or is one of them. Times of day and days of the week go round.</summary>
    Between,

    /// <summary>The text holds one of the others.</summary>
    Includes,

    /// <summary>The text begins with one of the others.</summary>
    StartsWith,

    /// <summary>The text ends with one of the others.</summary>
    EndsWith,

    /// <summary>The pattern is found in the text. Indeterminate for a text that is too long to be searched.</summary>
    Matches,

    /// <summary>The text is at most some edits away from one of the constants, or is one of them.</summary>
    Similar,

    /// <summary>More than the duration lies between the value and the lead's receipt.</summary>
    Older,

    /// <summary>Less than the duration lies between the value and the lead's receipt, or the value is later.</summary>
    Newer,
}
