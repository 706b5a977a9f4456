using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace LeadFilter.Core.Files;

/// <summary>The one form of ids that people write into files, addresses and table keys.</summary>
internal static class Slug
{
    /// <summary>The form in words, for messages.</summary>
    public const string Form = "1 to 64 of a-z, 0-9, '-' and '_', beginning with a letter or digit";

    private static readonly SearchValues<char> Allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");

    public static bool IsSlug([NotNullWhen(true)] string? text) =>
        text is { Length: >= 1 and <= 64 } && char.IsAsciiLetterOrDigit(text[0]) && !text.AsSpan().ContainsAnyExcept(Allowed);
}
