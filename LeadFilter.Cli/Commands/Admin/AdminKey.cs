using LeadFilter.Cli.Invocation;

namespace LeadFilter.Cli.Commands.Admin;

/// <summary>Finds the admin key: on the command line, else in the environment, else in the data folder.</summary>
internal static class AdminKey
{
    /// <summary>The environment variable.</summary>
    public const string Variable = "LEADFILTER_ADMIN_KEY";

    /// <summary>The file that <c>serve</c> keeps it in.</summary>
    public const string FileName = "admin.key";

    /// <summary>How to give the key, for messages.</summary>
    public const string Ways = $"give it with --admin-key or in {Variable}, or name with --data the folder that has {FileName}";

    /// <summary>Finds the key.</summary>
    /// <param name="given">The key of the command line; null if none is given.</param>
    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="folder">The data folder.</param>
    /// <returns>Null if there is none or it cannot be a key.</returns>
    public static AccessKey? Find(string? given, Func<string, string?> variable, string folder)
    {
        var text = given ?? variable(Variable);
        var file = Path.Combine(folder, FileName);
        if (string.IsNullOrEmpty(text) && File.Exists(file))
        {
            text = File.ReadAllText(file);
        }

        return AccessKey.TryParse(text, out var key) ? key : null;
    }
}
