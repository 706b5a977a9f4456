using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Identities;

namespace LeadFilter.Pipeline.OptOuts;

/// <summary>A mailbox or number that is not to be contacted, as far as it is kept: never the plain value.</summary>
/// <param name="Kind">A mailbox or a number.</param>
/// <param name="Sha256">The SHA-256 of the canonical text, or the hash that was sent: 64 hex digits in lower case.</param>
/// <param name="Masked">What may be shown of it, such as <c>j***@e***.com</c>; null if only the hash is known.</param>
public sealed record OptOutPerson(SuppressionKind Kind, string Sha256, string? Masked)
{
    private const int ShownDigits = 2;

    /// <summary>The SHA-256 of the whole address, where that is another text than the mailbox. It is not kept.</summary>
    internal string? AddressSha256 { get; private init; }

    /// <summary>
    /// The address or number itself, for the systems that must learn of it; null if only the hash is known. It is not kept, and not in
    /// the text of this record.
    /// </summary>
    internal string? Plain { get; private init; }

    /// <summary>The person of a value.</summary>
    /// <param name="identity">The value.</param>
    internal static OptOutPerson Of(SuppressionIdentity identity) => new(
        identity.Kind,
        IdentityHasher.Sha256(identity.Text),
        identity.Kind == SuppressionKind.Email ? MaskEmail(identity.Text) : MaskPhone(identity.Text))
    {
        Plain = identity is { Kind: SuppressionKind.Email, Others: [var whole, ..] } ? whole : identity.Text,
        AddressSha256 = identity is { Kind: SuppressionKind.Email, Others: [var address, ..] } ? IdentityHasher.Sha256(address) : null,
    };

    /// <summary>What may be shown.</summary>
    public override string ToString() => Masked ?? Sha256;

    private static string MaskEmail(string address)
    {
        var at = address.LastIndexOf('@');
        var dot = address.LastIndexOf('.');
        return $"{First(address)}***@{First(address[(at + 1)..])}***{(dot > at ? address[dot..] : "")}";
    }

    private static string MaskPhone(string number) => number.Length <= ShownDigits * 2 ? new('*', number.Length)
        : $"{number[..ShownDigits]}{new string('*', number.Length - (ShownDigits * 2))}{number[^ShownDigits..]}";

    private static string First(string text) =>
        text.Length == 0 ? "" : char.IsHighSurrogate(text[0]) && text.Length > 1 ? text[..2] : text[..1];
}
