using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Suppression;

namespace LeadFilter.Pipeline.Erasure;

/// <summary>Who asks to be erased, by every address and number that is known. It holds personal data and does not show it.</summary>
public sealed class Person
{
    /// <summary>The most values that one person may have.</summary>
    public const int MaxValues = 20;

    private Person(IReadOnlyList<(SuppressionIdentity Identity, string Raw)> values) => Values = values;

    /// <summary>The addresses and numbers, each with its text as it was given.</summary>
    internal IReadOnlyList<(SuppressionIdentity Identity, string Raw)> Values { get; }

    /// <summary>Reads e-mail addresses and telephone numbers.</summary>
    /// <param name="values">The values; one with an @ is an address.</param>
    /// <param name="person">The person.</param>
    /// <param name="why">What is wrong, without the value.</param>
    public static bool TryRead(
        IReadOnlyList<string> values, [NotNullWhen(true)] out Person? person, [NotNullWhen(false)] out string? why)
    {
        ArgumentNullException.ThrowIfNull(values);
        person = null;
        why = values.Count switch
        {
            0 => "Give at least one e-mail address or telephone number of the person.",
            > MaxValues => $"Give at most {MaxValues} values, all of one person.",
            _ => null,
        };
        var read = new List<(SuppressionIdentity, string)>();
        for (var at = 0; at < values.Count && why is null; at++)
        {
            var kind = values[at].Contains('@', StringComparison.Ordinal) ? SuppressionKind.Email : SuppressionKind.Phone;
            if (SuppressionIdentity.TryRead(kind, values[at], out var identity, out var wrong))
            {
                read.Add((identity, values[at]));
            }
            else
            {
                why = $"Value {at + 1} is not an e-mail address or telephone number: {wrong}.";
            }
        }

        person = why is null ? new(read) : null;
        return person is not null;
    }

    /// <summary>Not the person.</summary>
    public override string ToString() => $"(person with {Values.Count} values)";
}
