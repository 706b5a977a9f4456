namespace LeadFilter.Cli.Invocation;

/// <summary>Text from elsewhere, made safe for a terminal.</summary>
internal static class Printable
{
    /// <summary>Replaces control characters, which could move the cursor or change colours, by <c>?</c>, and line breaks by spaces.</summary>
    /// <param name="text">The text; null reads as empty.</param>
    public static string Of(string? text) => text switch
    {
        null => "",
        _ when !text.Any(char.IsControl) => text,
        _ => string.Create(text.Length, text, static (made, from) =>
        {
            for (var i = 0; i < made.Length; i++)
            {
                made[i] = from[i] is '\r' or '\n' or '\t' ? ' ' : char.IsControl(from[i]) ? '?' : from[i];
            }
        }),
    };
}
