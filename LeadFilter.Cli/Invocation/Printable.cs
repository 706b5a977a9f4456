namespace LeadFilter.Cli.Invocation;

/// <summary>Text from elsewhere, made safe for a terminal.</summary>
internal static class Printable
{
    /// <summary>
    /// Replaces control characters, which could move the cursor or change colours, and marks that turn the direction of the text behind
    /// them (Unicode UAX 9), which could make a line say something else, by <c>?</c>, and line breaks by spaces.
    /// </summary>
    /// <param name="text">The text; null reads as empty.</param>
    public static string Of(string? text) => text switch
    {
        null => "",
        _ when !text.Any(IsUnsafe) => text,
        _ => string.Create(text.Length, text, static (made, from) =>
        {
            for (var i = 0; i < made.Length; i++)
            {
                made[i] = from[i] is '\r' or '\n' or '\t' or '\u2028' or '\u2029' ? ' ' : IsUnsafe(from[i]) ? '?' : from[i];
            }
        }),
    };

    private static bool IsUnsafe(char c) => char.IsControl(c) || c is (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
