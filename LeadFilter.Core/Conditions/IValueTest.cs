using LeadFilter.Core.Fields;
using LeadFilter.Core.Leads;

namespace LeadFilter.Core.Conditions;

/// <summary>A test of one valid value. A struct, so that each closure is compiled with its test inside it and calls nothing.</summary>
internal interface IValueTest
{
    /// <summary>Whether the value meets the test.</summary>
    /// <param name="value">A valid value.</param>
    /// <param name="lead">The lead, for its time of receipt.</param>
    bool Holds(in FieldValue value, Lead lead);
}
