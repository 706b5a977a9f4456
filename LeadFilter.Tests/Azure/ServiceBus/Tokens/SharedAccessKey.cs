using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LeadFilter.Tests.Azure.ServiceBus.Tokens;

/// <summary>The key of the connection string, by which the tokens of clients are judged.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The key, as the connection string has it.</param>
internal sealed record SharedAccessKey(string Name, string Value)
{
    private const string Prefix = "SharedAccessSignature ";

    /// <summary>Whether a token was signed with the key. When it ends is not looked at.</summary>
    /// <param name="token"><c>SharedAccessSignature sr=…&amp;sig=…&amp;se=…&amp;skn=…</c>.</param>
    public bool HasSigned(string token)
    {
        if (!token.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var parts = token[Prefix.Length..].Split('&')
            .Select(part => part.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        var signed = string.Create(CultureInfo.InvariantCulture, $"{parts["sr"]}\n{parts["se"]}");
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Value), Encoding.UTF8.GetBytes(signed)));
        return Uri.UnescapeDataString(parts["skn"]) == Name && Uri.UnescapeDataString(parts["sig"]) == signature;
    }
}
