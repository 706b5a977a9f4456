namespace LeadFilter.Core.OptOuts;

/// <summary>Channels as they are written in requests, in tables and for the CRM.</summary>
public static class ContactChannelName
{
    /// <summary>The word for all channels.</summary>
    public const string AllChannels = "all";

    private static readonly (ContactChannels Channel, string Name)[] Names =
        [(ContactChannels.Call, "call"), (ContactChannels.Text, "text"), (ContactChannels.Email, "email")];

    /// <summary>All words, as messages list them.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Names.Select(static one => one.Name), AllChannels];

    /// <summary>The names of channels, each by itself, in one order.</summary>
    /// <param name="channels">The channels.</param>
    public static IReadOnlyList<string> Of(ContactChannels channels) =>
        [.. Names.Where(one => channels.HasFlag(one.Channel)).Select(static one => one.Name)];

    /// <summary>Finds channels by a word, in any case.</summary>
    /// <param name="word">The word.</param>
    /// <returns>None if it is not known.</returns>
    public static ContactChannels Find(string word)
    {
        if (string.Equals(word, AllChannels, StringComparison.OrdinalIgnoreCase))
        {
            return ContactChannels.All;
        }

        return Array.Find(Names, one => string.Equals(word, one.Name, StringComparison.OrdinalIgnoreCase)).Channel;
    }
}
