using System.Text;
using LeadFilter.Core.Files;
using LeadFilter.Core.Staff;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Files;
using LeadFilter.Pipeline.Settings;

namespace LeadFilter.Pipeline.Staff;

/// <summary>
/// The keys of the buyer's staff: the admin key and the CRM's key of settings, and named keys of a file, which is read again when it
/// changes. A file that does not load changes nothing.
/// </summary>
public sealed class StaffKeys
{
    /// <summary>The setting that holds one admin key.</summary>
    public const string AdminKeySetting = "LEADFILTER_ADMIN_KEY";

    /// <summary>The setting that holds one key of the role crm.</summary>
    public const string CrmKeySetting = "LEADFILTER_CRM_KEY";

    /// <summary>The setting that names the file with named keys, or holds what such a file holds.</summary>
    public const string NamedKeysSetting = "LEADFILTER_ADMIN_KEYS";

    /// <summary>The longest key, in characters.</summary>
    public const int MaxLength = 512;

    private readonly IReadOnlyList<StaffKey> fixedKeys;
    private readonly WatchedFile? file;
    private volatile StaffDirectory current;

    private StaffKeys(IReadOnlyList<StaffKey> fixedKeys, StaffDirectory current, WatchedFile? file)
    {
        this.fixedKeys = fixedKeys;
        this.current = current;
        this.file = file;
    }

    /// <summary>The keys in use.</summary>
    public StaffDirectory Current => current;

    /// <summary>Where named keys come from: the file's full path, or the setting's name; null if there are none.</summary>
    public string? NamedKeys { get; private init; }

    /// <summary>What is wrong with the file as it stands.</summary>
    internal IReadOnlyList<Mistake> Mistakes => file?.Mistakes ?? [];

    /// <summary>One admin key, and the CRM's if there is one.</summary>
    /// <param name="key">The admin key; see <see cref="IsAdminKey"/>.</param>
    /// <param name="crmKey">The key of the role crm; null or blank for none.</param>
    public static StaffKeys Of(string key, string? crmKey = null)
    {
        StaffKey[] keys = string.IsNullOrWhiteSpace(crmKey)
            ? [StaffKey.AdminOf(key)]
            : [StaffKey.AdminOf(key), StaffKey.CrmOf(crmKey)];
        return new(keys, new(keys), null);
    }

    /// <summary>Whether a text may be an admin key: long enough, and can be sent in a header.</summary>
    /// <param name="text">The text.</param>
    public static bool IsAdminKey(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is >= StaffKey.MinLength and <= MaxLength && !text.AsSpan().ContainsAnyExceptInRange('!', '~');
    }

    /// <summary>What to say of a key that is none.</summary>
    /// <param name="where">The setting or file that holds it.</param>
    public static string NoAdminKey(string where) =>
        $"{where} must hold a key of {StaffKey.MinLength} to {MaxLength} visible ASCII characters without spaces, "
        + "such as the output of `openssl rand -hex 24`.";

    /// <summary>Reads the settings; the file is read at the first <see cref="Look"/>.</summary>
    /// <param name="reader">The settings.</param>
    /// <param name="folder">The folder to which the file's path is relative.</param>
    /// <returns>Null if no key is set, or one is wrong.</returns>
    public static StaffKeys? Read(SettingReader reader, string folder)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var (key, crmKey, named) = (reader.Find(AdminKeySetting), reader.Find(CrmKeySetting), reader.Find(NamedKeysSetting));
        var before = reader.Problems.Count;
        CheckKey(reader, AdminKeySetting, key);
        CheckKey(reader, CrmKeySetting, crmKey);
        if (key is not null && key == crmKey)
        {
            reader.Problems.Add($"The setting '{CrmKeySetting}' holds the admin key. Give the CRM a key of its own.");
        }

        if (reader.Problems.Count > before)
        {
            return null;
        }

        List<StaffKey> own = key is null ? [] : [StaffKey.AdminOf(key)];
        if (crmKey is not null)
        {
            own.Add(StaffKey.CrmOf(crmKey));
        }

        if (named is not ['{', ..])
        {
            return named is not null ? OfFile(own, Path.GetFullPath(named, folder)) : key is not null ? Of(key, crmKey) : null;
        }

        var result = new StaffDirectoryLoader(own, VendorDirectory.Empty).Load(NamedKeysSetting, Encoding.UTF8.GetBytes(named));
        foreach (var mistake in result.Mistakes)
        {
            reader.Problems.Add(mistake.ToString());
        }

        return result.Value is { } directory ? new(own, directory, null) { NamedKeys = NamedKeysSetting } : null;
    }

    /// <summary>Looks at the file.</summary>
    /// <param name="vendors">The vendors in use.</param>
    /// <param name="anyway">Whether to read it even if it has not changed.</param>
    /// <returns>Whether anything has changed.</returns>
    internal bool Look(VendorDirectory vendors, bool anyway)
    {
        if (file is null)
        {
            return false;
        }

        switch (file.Look(File.Exists(file.Path), anyway, out var content))
        {
            case FileChange.Changed:
                var result = new StaffDirectoryLoader(fixedKeys, vendors).Load(file.Path, content);
                file.Mistakes = result.Mistakes;
                current = result.Value ?? current;
                return true;
            case FileChange.Gone:
                var before = file.Mistakes;
                file.Mistakes = [new(
                    file.Path, 1, 1, "$", "the file of admin keys is missing",
                    $"Write it as docs/configuration.md says, or correct the setting {NamedKeysSetting}")];
                return !file.Mistakes.SequenceEqual(before);
            case var change:
                return change == FileChange.Unreadable;
        }
    }

    private static void CheckKey(SettingReader reader, string setting, string? key)
    {
        if (key is not null && !IsAdminKey(key))
        {
            reader.Problems.Add(NoAdminKey($"The setting '{setting}'"));
        }
    }

    private static StaffKeys OfFile(List<StaffKey> own, string path) =>
        new(own, own.Count == 0 ? StaffDirectory.Empty : new(own), new(path)) { NamedKeys = path };
}
