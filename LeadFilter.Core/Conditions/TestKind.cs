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

    /// <summary>The value is the same as the constant.</summary>
    Equal,

    /// <summary>The value is one of the constants.</summary>
    In,

    /// <summary>The value is less than the constant.</summary>
    Less,

    /// <summary>The value is greater than the constant.</summary>
    Greater,

    /// <summary>The value lies between the two constants, or is one of them.</summary>
    Between,

    /// <summary>The text holds one of the constants.</summary>
    Includes,

    /// <summary>The text begins with one of the constants.</summary>
    StartsWith,

    /// <summary>The text ends with one of the constants.</summary>
    EndsWith,

    /// <summary>The pattern is found in the text.</summary>
    Matches,
}
