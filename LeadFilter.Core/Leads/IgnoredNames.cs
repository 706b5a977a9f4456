using System.Globalization;

namespace LeadFilter.Core.Leads;

/// <summary>
/// The names that a vendor is told were ignored. They are the vendor's own words, perhaps by accident values: so they are told
/// to nobody else, and are few, short and printable.
/// </summary>
internal static class IgnoredNames
{
    /// <summary>The most names that are told.</summary>
    public const int MaxTold = 50;

    /// <summary>The longest name that is told, in characters; a longer one is cut, with an ellipsis as its end.</summary>
    public const int MaxLength = 100;

    /// <summary>The names, each once, in the order in which they came.</summary>
    /// <param name="ignored">What was ignored.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<LooseField> ignored)
    {
        var told = new List<string>(Math.Min(ignored.Count, MaxTold));
        foreach (var field in ignored)
        {
            var name = Printable(field.Name);
            if (!told.Contains(name))
            {
                told.Add(name);
                if (told.Count == MaxTold)
                {
                    break;
                }
            }
        }

        return told;
    }

    private static string Printable(string name)
    {
        if (name.Length > MaxLength)
        {
            var cut = char.IsHighSurrogate(name[MaxLength - 2]) ? MaxLength - 2 : MaxLength - 1;
            name = name[..cut] + "…";
        }

        return name.AsSpan().ContainsAnyExceptInRange(' ', '~') ? string.Create(name.Length, name, Clean) : name;
    }

    // Control characters, invisible ones and halves of pairs could make a log or a terminal show something else.
    private static void Clean(Span<char> clean, string name)
    {
        for (var at = 0; at < name.Length; at++)
        {
            var isPair = char.IsSurrogate(name[at])
                && (char.IsLowSurrogate(name[at]) ? at > 0 && char.IsHighSurrogate(name[at - 1])
                    : at + 1 < name.Length && char.IsLowSurrogate(name[at + 1]));
            var category = char.GetUnicodeCategory(name[at]);
            clean[at] = (category is UnicodeCategory.Control or UnicodeCategory.Format) || (char.IsSurrogate(name[at]) && !isPair)
                ? '\uFFFD'
                : name[at];
        }
    }
}
