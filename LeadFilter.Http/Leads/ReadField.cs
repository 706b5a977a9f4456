using LeadFilter.Core.Leads;
using LeadFilter.Http.Problems;

namespace LeadFilter.Http.Leads;

/// <summary>The last step of every reader: a field that was read goes into the draft, or is refused.</summary>
internal static class ReadField
{
    /// <summary>Adds a field.</summary>
    /// <param name="draft">Where to.</param>
    /// <param name="name">Its name as sent.</param>
    /// <param name="value">Its text; null is the same as not sent.</param>
    /// <returns>What is wrong, or null.</returns>
    public static Problem? AddTo(LeadDraft draft, ReadOnlySpan<char> name, string? value)
    {
        if (name.Contains('\0'))
        {
            return Problem.UnreadableBody("A field's name holds a NUL character. Leave it out.");
        }

        if (value is not null && value.Contains('\0'))
        {
            return Problem.UnreadableField(name.ToString(), $"The field '{name}' holds a NUL character. Leave it out.");
        }

        return draft.Add(name, value) switch
        {
            AddResult.Twice => Problem.DuplicateField(name.ToString()),
            AddResult.TooMany => Problem.TooManyFields(draft.MaxFields),
            _ => null,
        };
    }
}
