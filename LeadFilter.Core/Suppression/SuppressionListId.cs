using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Files;

namespace LeadFilter.Core.Suppression;

/// <summary>
/// A suppression list's name: 1 to 64 of <c>a-z</c>, <c>0-9</c>, <c>-</c> and <c>_</c>, beginning with a letter or digit.
/// </summary>
public readonly record struct SuppressionListId
{
    /// <summary>The form in words, for messages.</summary>
    public const string Form = Slug.Form;

    private readonly string? value;

    private SuppressionListId(string value) => this.value = value;

    /// <summary>Reads a name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The name.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out SuppressionListId id)
    {
        var read = Slug.IsSlug(text);
        id = read ? new(text!) : default;
        return read;
    }

    /// <summary>The name's text.</summary>
    public override string ToString() => value ?? "";
}
