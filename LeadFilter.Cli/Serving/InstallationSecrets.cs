using System.Security.Cryptography;
using System.Text;
using LeadFilter.Http.Endpoints;
using LeadFilter.Http.Requests;
using LeadFilter.Pipeline.Identities;
using LeadFilter.Sqlite.Folders;

namespace LeadFilter.Cli.Serving;

/// <summary>The secrets of an installation on one machine: from the environment, else made once and kept in the data folder.</summary>
/// <param name="Identity">The secret of keyed hashes.</param>
/// <param name="Admin">The admin key.</param>
/// <param name="AdminFile">The file that holds the admin key; null if it came from the environment.</param>
internal sealed record InstallationSecrets(byte[] Identity, string Admin, string? AdminFile)
{
    /// <summary>The setting that holds the secret of keyed hashes.</summary>
    public const string IdentitySetting = "LEADFILTER_IDENTITY_SECRET";

    /// <summary>The file that holds the admin key where the environment does not.</summary>
    public const string AdminFileName = "admin.key";

    private const string IdentityFileName = "identity.key";

    /// <summary>Reads or makes the secrets.</summary>
    /// <param name="folder">The data folder; it exists.</param>
    /// <param name="setting">Looks up a setting.</param>
    /// <exception cref="DataFolderException">A secret is too short, or no key that can be sent, or its file cannot be read or
    /// written.</exception>
    public static InstallationSecrets Load(string folder, Func<string, string?> setting)
    {
        var (identity, identityFile) = Find(setting(IdentitySetting), folder, IdentityFileName);
        var bytes = Encoding.UTF8.GetBytes(identity);
        if (bytes.Length < IdentityHasher.MinSecretLength)
        {
            throw new DataFolderException(
                $"{identityFile ?? $"The setting {IdentitySetting}"} has {bytes.Length} bytes. "
                + $"Give it at least {IdentityHasher.MinSecretLength}, such as the output of `openssl rand -hex 32`.");
        }

        var (admin, adminFile) = Find(setting(AdminKey.SettingName), folder, AdminFileName);
        if (admin.Length is 0 or > VendorKey.MaxLength || admin.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new DataFolderException(
                $"{adminFile ?? $"The setting {AdminKey.SettingName}"} holds no key that can be sent in a header. "
                + $"Give it 1 to {VendorKey.MaxLength} visible ASCII characters without spaces.");
        }

        return new(bytes, admin, adminFile);
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
            $"There is no secret of keyed hashes here. Set {IdentitySetting} to what it is set to for `leadfilter serve`.");
    }

    /// <summary>A secret and the file that it is from. A blank setting, as container files often have it, is none.</summary>
    private static (string Secret, string? File) Find(string? set, string folder, string fileName)
    {
        var file = Path.Combine(folder, fileName);
        return string.IsNullOrWhiteSpace(set) ? (ReadOrMake(file), file) : (set, null);
    }

    private static string ReadOrMake(string file)
    {
        try
        {
            if (!File.Exists(file))
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
                    stream.Write(Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(48, lowercase: true)));
                    stream.Flush(flushToDisk: true);
                }

                File.Move(draft, file);
            }

            return File.ReadAllText(file).Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException(
                $"The file {file} cannot be read or written: {error.Message} Mend its permissions, or set the secret in the environment.",
                error);
        }
    }
}
