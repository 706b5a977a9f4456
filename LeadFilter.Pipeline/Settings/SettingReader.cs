using System.Globalization;

namespace LeadFilter.Pipeline.Settings;

/// <summary>
/// Reads one setting after the other and collects what is wrong, so that an operator hears of all at once. No message holds
/// a setting's value.
/// </summary>
/// <param name="setting">Looks up a setting.</param>
/// <param name="problems">Takes a sentence for each setting that is wrong; then what was read is not to be used.</param>
public sealed class SettingReader(Func<string, string?> setting, ICollection<string> problems)
{
    /// <summary>What is wrong so far.</summary>
    public ICollection<string> Problems => problems;

    /// <summary>A setting without the spaces around it; null if it is missing or blank.</summary>
    /// <param name="name">Its name.</param>
    public string? Find(string name) => setting(name)?.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A whole number without separators; null if the setting is missing, blank or wrong.</summary>
    /// <param name="whole">The setting.</param>
    public int? Find(WholeSetting whole)
    {
        ArgumentNullException.ThrowIfNull(whole);
        if (Find(whole.Name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= whole.Min && number <= whole.Max)
        {
            return number;
        }

        problems.Add($"The setting '{whole.Name}' must be a whole number from {whole.Min} to {whole.Max}.");
        return null;
    }
}
