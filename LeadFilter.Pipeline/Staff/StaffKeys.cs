using System.Text;
using LeadFilter.Core.Files;
using LeadFilter.Core.Staff;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Files;
using LeadFilter.Pipeline.Settings;

namespace LeadFilter.Pipeline.Staff;

/// <summary>
/// The keys of the buyer's staff: the admin key of a setting, and named keys of a file, which is read again when it changes. A
/// file that does not load changes nothing.
/// </summary>
public sealed class StaffKeys
{
    /// <summary>The setting that holds one admin key.</summary>
    public const string AdminKeySetting = "LEADFILTER_ADMIN_KEY";

    /// <summary>The setting that names the file with named keys, or holds what such a file holds.</summary>
    public const string NamedKeysSetting = "LEADFILTER_ADMIN_KEYS";

    /// <summary>The longest key, in characters.</summary>
    public const int MaxLength = 512;

    private readonly StaffKey? adminKey;
    private readonly WatchedFile? file;
    private volatile StaffDirectory current;

    private StaffKeys(StaffKey? adminKey, StaffDirectory current, WatchedFile? file)
    {
        this.adminKey = adminKey;
        this.current = current;
        this.file = file;
    }

    /// <summary>The keys in use.</summary>
    public StaffDirectory Current => current;

    /// <summary>Where named keys come from: the file's full path, or the setting's name; null if there are none.</summary>
    public string? NamedKeys { get; private init; }

    /// <summary>What is wrong with the file as it stands.</summary>
    internal IReadOnlyList<Mistake> Mistakes => file?.Mistakes ?? [];

    /// <summary>One admin key and nothing else.</summary>
    /// <param name="key">The key; see <see cref="IsAdminKey"/>.</param>
    public static StaffKeys Of(string key)
    {
        var admin = StaffKey.AdminOf(key);
        return new(admin, new([admin]), null);
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
        var (key, named) = (reader.Find(AdminKeySetting), reader.Find(NamedKeysSetting));
        if (key is not null && !IsAdminKey(key))
        {
            reader.Problems.Add(NoAdminKey($"The setting '{AdminKeySetting}'"));
            return null;
        }

        var admin = key is null ? null : StaffKey.AdminOf(key);
        if (named is not ['{', ..])
        {
            return named is not null ? OfFile(admin, Path.GetFullPath(named, folder)) : key is not null ? Of(key) : null;
        }

        var result = new StaffDirectoryLoader(admin, VendorDirectory.Empty).Load(NamedKeysSetting, Encoding.UTF8.GetBytes(named));
        foreach (var mistake in result.Mistakes)
        {
            reader.Problems.Add(mistake.ToString());
        }

        return result.Value is { } directory ? new(admin, directory, null) { NamedKeys = NamedKeysSetting } : null;
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
                var result = new StaffDirectoryLoader(adminKey, vendors).Load(file.Path, content);
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

    private static StaffKeys OfFile(StaffKey? admin, string path) =>
        new(admin, admin is null ? StaffDirectory.Empty : new([admin]), new(path)) { NamedKeys = path };
}
