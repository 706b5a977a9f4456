using System.Diagnostics.CodeAnalysis;
using LeadFilter.Core.Files;

namespace LeadFilter.Core.Vendors;

/// <summary>A vendor's id: 1 to 64 of <c>a-z</c>, <c>0-9</c>, <c>-</c> and <c>_</c>, beginning with a letter or digit.</summary>
public readonly record struct VendorId
{
    private readonly string? value;

    private VendorId(string value) => this.value = value;

    /// <summary>Reads an id.</summary>
    /// <param name="text">The text.</param>
    /// <param name="id">The id.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out VendorId id)
    {
        var read = Slug.IsSlug(text);
        id = read ? new(text!) : default;
        return read;
    }

    /// <summary>The id's text.</summary>
    public override string ToString() => value ?? "";
}
