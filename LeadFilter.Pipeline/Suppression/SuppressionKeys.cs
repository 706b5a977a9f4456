using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Identities;

namespace LeadFilter.Pipeline.Suppression;

/// <summary>
/// Makes the keyed hashes under which people stand on suppression lists. A plain value is hashed by SHA-256 before it is keyed, so
/// that it and its SHA-256 from elsewhere are the same entry.
/// </summary>
/// <param name="hasher">Makes keyed hashes.</param>
public sealed class SuppressionKeys(IdentityHasher hasher)
{
    private const int Sha256Digits = 64;
    private const int Md5Digits = 32;

    /// <summary>The key of a value as lists have it.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="form">How it came.</param>
    /// <param name="raw">The value: plain, or the hex digits of its hash in any case.</param>
    /// <param name="key">The key: 64 hex digits.</param>
    /// <param name="why">Why it has none, without the value.</param>
    public bool TryMake(
        SuppressionKind kind, SuppressionForm form, string raw, [NotNullWhen(true)] out string? key, [NotNullWhen(false)] out string? why)
    {
        ArgumentNullException.ThrowIfNull(raw);
        key = null;
        if (form == SuppressionForm.Plain)
        {
            if (SuppressionIdentity.TryRead(kind, raw, out var identity, out why))
            {
                key = Of(kind, SuppressionForm.Sha256, IdentityHasher.Sha256(identity.Text));
            }

            return key is not null;
        }

        var hex = raw.AsSpan().Trim();
        var digits = form == SuppressionForm.Sha256 ? Sha256Digits : Md5Digits;
        why = hex.IsEmpty ? "blank"
            : hex.Length != digits ? $"no {SuppressionFormName.Of(form)}: not {digits} hex digits"
            : hex.ContainsAnyExcept(Hex) ? $"no {SuppressionFormName.Of(form)}: a character that is not a hex digit"
            : null;
        if (why is null)
        {
            key = Of(kind, form, hex.ToString().ToLowerInvariant());
        }

        return key is not null;
    }

    /// <summary>Every key under which somebody may stand on a list.</summary>
    /// <param name="identity">Whom it is about.</param>
    /// <param name="forms">How the values of the list came.</param>
    public IEnumerable<string> Of(SuppressionIdentity identity, SuppressionForms forms)
    {
        ArgumentNullException.ThrowIfNull(identity);
        string[] texts = identity.Former is { } former ? [identity.Text, former] : [identity.Text];
        if (forms.Has(identity.Kind, SuppressionForm.Plain) || forms.Has(identity.Kind, SuppressionForm.Sha256))
        {
            foreach (var text in texts)
            {
                yield return Of(identity.Kind, SuppressionForm.Sha256, IdentityHasher.Sha256(text));
            }
        }

        foreach (var form in (SuppressionForm[])[SuppressionForm.Sha256, SuppressionForm.Md5])
        {
            if (!forms.Has(identity.Kind, form))
            {
                continue;
            }

            foreach (var other in form == SuppressionForm.Md5 ? [.. texts, .. identity.Others] : identity.Others)
            {
                yield return Of(identity.Kind, form, form == SuppressionForm.Md5 ? Md5(other) : IdentityHasher.Sha256(other));
            }
        }
    }

    /// <summary>
    /// Every key under which the opt-out of somebody may stand: that of the mailbox, and that of the whole address, whose hash others
    /// may have sent; or that of the number.
    /// </summary>
    /// <param name="identity">Whom it is about.</param>
    internal IEnumerable<string> OptOutsOf(SuppressionIdentity identity) =>
        (identity.Kind == SuppressionKind.Email ? identity.Others.Prepend(identity.Text) : [identity.Text])
            .Select(text => Of(identity.Kind, SuppressionForm.Sha256, IdentityHasher.Sha256(text)));

    /// <summary>The key of a hash.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="form">Which hash.</param>
    /// <param name="hex">Its hex digits in lower case.</param>
    public string Of(SuppressionKind kind, SuppressionForm form, string hex) =>
        hasher.Keyed("suppression", SuppressionKindName.Of(kind), SuppressionFormName.Of(form), hex);

    private static System.Buffers.SearchValues<char> Hex { get; } = System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

#pragma warning disable CA5351 // Others' lists come as MD5; what is stored is the keyed HMAC-SHA-256 of it.
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351
}
