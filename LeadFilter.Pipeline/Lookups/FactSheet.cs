using LeadFilter.Core.Fields;
using LeadFilter.Core.Leads;

namespace LeadFilter.Pipeline.Lookups;

/// <summary>What is found out about one lead, by several sources at once.</summary>
/// <param name="layout">The campaign's fields.</param>
public sealed class FactSheet(FieldLayout layout)
{
    private readonly Lock writing = new();
    private readonly Dictionary<int, FieldValue> values = [];

    /// <summary>The values by slot, once every source has answered.</summary>
    public IReadOnlyCollection<KeyValuePair<int, FieldValue>> Values => values;

    /// <summary>Adds a fact. The last value of a field stands.</summary>
    /// <param name="field">The name of a field that is looked up, such as <c>suppression.customers</c>; another name is ignored.</param>
    /// <param name="raw">Its text, to be read by the field's type.</param>
    public void Add(string field, string raw)
    {
        if (layout.TryFindLookedUp(field, out var slot))
        {
            var value = layout.Fields[slot].Type.Standardize(raw);
            lock (writing)
            {
                values[slot] = value;
            }
        }
    }
}
