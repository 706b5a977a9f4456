using LeadFilter.Core.Fields;

namespace LeadFilter.Core.Conditions;

/// <summary>A test of one valid value against another.</summary>
internal interface IPairTest
{
    /// <summary>Whether the values meet the test.</summary>
    /// <param name="value">A valid value.</param>
    /// <param name="other">A valid value of the same kind.</param>
    bool Holds(in FieldValue value, in FieldValue other);
}
