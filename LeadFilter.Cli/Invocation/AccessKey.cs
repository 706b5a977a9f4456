using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;

namespace LeadFilter.Cli.Invocation;

/// <summary>A secret key for the filter: 1 to 512 visible ASCII characters. It does not show itself.</summary>
internal sealed class AccessKey
{
    private readonly string secret;

    private AccessKey(string secret) => this.secret = secret;

    /// <summary>The header that carries it.</summary>
    public AuthenticationHeaderValue Header => new("Bearer", secret);

    /// <summary>Reads a key; blanks around it are dropped.</summary>
    /// <param name="text">The text.</param>
    /// <param name="key">The key.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out AccessKey? key)
    {
        var trimmed = text?.Trim();
        key = trimmed is { Length: >= 1 and <= 512 } && trimmed.All(c => c is > ' ' and <= '~') ? new(trimmed) : null;
        return key is not null;
    }

    /// <summary>Not the secret.</summary>
    public override string ToString() => "(key)";
}
