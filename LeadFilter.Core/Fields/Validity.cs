namespace LeadFilter.Core.Fields;

/// <summary>What is known of a field's value after standardising.</summary>
public enum Validity : byte
{
    /// <summary>The vendor did not send the field (or sent JSON null).</summary>
    Missing,

    /// <summary>The field was sent, but holds nothing but white space.</summary>
    Blank,

    /// <summary>The field was sent, and its text is not a value of the field's type.</summary>
    Invalid,

    /// <summary>The field was sent, and its text is a value of the field's type.</summary>
    Valid,
}
