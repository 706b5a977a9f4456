using System.Security.Cryptography;
using System.Text;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Pipeline.Staff;
using LeadFilter.Sqlite.Folders;

namespace LeadFilter.Cli.Serving;

/// <summary>
/// The secrets of an installation on one machine: from the environment, otherwise made once and kept in the data folder, in files that
/// only their owner may read.
/// </summary>
/// <param name="Identity">The secret of keyed hashes.</param>
/// <param name="Staff">The keys of the buyer's staff.</param>
/// <param name="AdminFile">The file that holds the admin key; null if the settings say which keys there are.</param>
internal sealed record InstallationSecrets(byte[] Identity, StaffKeys Staff, string? AdminFile)
{
    /// <summary>The setting that holds the secret of keyed hashes.</summary>
    public const string IdentitySetting = "LEADFILTER_IDENTITY_SECRET";

    /// <summary>The file that holds the admin key where the environment does not.</summary>
    public const string AdminFileName = "admin.key";

    private const string IdentityFileName = "identity.key";

    /// <summary>The admin key, if it was made just now: the only time that it may be shown.</summary>
    public string? NewAdminKey { get; private init; }

    /// <summary>Not the secrets: a record would print them.</summary>
    public override string ToString() => nameof(InstallationSecrets);

    /// <summary>Reads or makes the secrets.</summary>
    /// <param name="folder">The data folder; it exists.</param>
    /// <param name="setting">Looks up a setting.</param>
    /// <param name="staff">The keys of the settings; null if they name none.</param>
    /// <exception cref="DataFolderException">A secret is too short, or no key that can be sent, or its file cannot be read or
    /// written.</exception>
    public static InstallationSecrets Load(string folder, Func<string, string?> setting, StaffKeys? staff)
    {
        var (identity, identityFile) = FindIdentity(setting(IdentitySetting), folder);
        var bytes = Encoding.UTF8.GetBytes(identity);
        if (bytes.Length < IdentityHasher.MinSecretLength)
        {
            throw new DataFolderException(
                $"{identityFile ?? $"The setting {IdentitySetting}"} has {bytes.Length} bytes. "
                + $"Give it at least {IdentityHasher.MinSecretLength}, such as the output of `openssl rand -hex 32`.");
        }

        if (staff is not null)
        {
            return new(bytes, staff, null);
        }

        var file = Path.Combine(Path.GetFullPath(folder), AdminFileName);
        var (key, isNew) = ReadOrMake(file);
        return StaffKeys.IsAdminKey(key)
            ? new(bytes, StaffKeys.Of(key, setting(StaffKeys.CrmKeySetting)), file) { NewAdminKey = isNew ? key : null }
            : throw new DataFolderException(StaffKeys.NoAdminKey($"The file {file}") + " Or delete it: the next start makes another one.");
    }

    /// <summary>Finds the secret of keyed hashes of a folder; makes none.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="setting">Looks up a setting.</param>
    /// <exception cref="DataFolderException">There is none.</exception>
    public static byte[] FindIdentity(string folder, Func<string, string?> setting)
    {
        var file = Path.Combine(folder, IdentityFileName);
        var text = setting(IdentitySetting) is { } set && !string.IsNullOrWhiteSpace(set)
            ? set
            : File.Exists(file)
            ? File.ReadAllText(file).Trim()
            : "";
        var bytes = Encoding.UTF8.GetBytes(text);
        return bytes.Length >= IdentityHasher.MinSecretLength ? bytes : throw new DataFolderException(
            $"There is no secret of keyed hashes here. Set {IdentitySetting} to the value that it has for `serve`.");
    }

    /// <summary>The secret of keyed hashes that a folder keeps in a file; empty if it keeps none.</summary>
    /// <param name="folder">The data folder.</param>
    /// <exception cref="DataFolderException">The file cannot be read.</exception>
    public static string KeptIdentity(string folder)
    {
        var file = Path.Combine(Path.GetFullPath(folder), IdentityFileName);
        try
        {
            return File.Exists(file) ? File.ReadAllText(file).Trim() : "";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CannotUse(file, error);
        }
    }

    /// <summary>Has a folder keep the secret of keyed hashes of a backup.</summary>
    /// <param name="folder">The data folder; it exists.</param>
    /// <param name="secret">The secret; empty if the backup has none.</param>
    /// <exception cref="DataFolderException">The folder keeps another secret, or the file cannot be read or written.</exception>
    public static void KeepIdentity(string folder, string secret)
    {
        var kept = KeptIdentity(folder);
        if (secret == "" || kept == secret)
        {
            return;
        }

        var file = Path.Combine(Path.GetFullPath(folder), IdentityFileName);
        if (kept != "")
        {
            throw new DataFolderException(
                $"{file} is not the secret of keyed hashes of the backup: the folder belongs to another installation. Restore into an "
                + "empty folder, or move the file away first.");
        }

        try
        {
            Write(file, secret);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CannotUse(file, error);
        }
    }

    /// <summary>The secret and the file that it is from. A blank setting, as container files often have it, is none.</summary>
    private static (string Secret, string? File) FindIdentity(string? set, string folder)
    {
        var file = Path.Combine(folder, IdentityFileName);
        return string.IsNullOrWhiteSpace(set) ? (ReadOrMake(file).Secret, file) : (set, null);
    }

    private static (string Secret, bool IsNew) ReadOrMake(string file)
    {
        try
        {
            var isNew = !File.Exists(file);
            if (isNew)
            {
                Write(file, RandomNumberGenerator.GetHexString(48, lowercase: true));
            }

            return (File.ReadAllText(file).Trim(), isNew);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw CannotUse(file, error);
        }
    }

    private static void Write(string file, string secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // Written under another name first: a file with half a secret must never be found here.
        var draft = file + ".new";
        File.Delete(draft);
        using (var stream = new FileStream(draft, options))
        {
            stream.Write(Encoding.UTF8.GetBytes(secret));
            stream.Flush(flushToDisk: true);
        }

        File.Move(draft, file);
    }

    private static DataFolderException CannotUse(string file, Exception error) => new(
        $"The file {file} cannot be read or written: {error.Message} Fix its permissions, or set the secret in the environment.",
        error);
}
