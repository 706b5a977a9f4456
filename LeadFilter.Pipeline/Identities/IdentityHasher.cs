using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Campaigns.Lookups;
using LeadFilter.Core.Leads;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Identities;

/// <summary>
/// Makes keyed hashes (HMAC-SHA-256 with a secret of the installation) of what identifies people and submissions, so that
/// no table holds personal data and nobody without the secret can look a person up.
/// </summary>
public sealed class IdentityHasher
{
    /// <summary>The fewest bytes of a secret.</summary>
    public const int MinSecretLength = 32;

    // Kept ready for the next text: setting one up takes twice as long as hashing a short text.
    [ThreadStatic]
    private static (IdentityHasher? Owner, IncrementalHash Mac) kept;

    private readonly byte[] secret;

    /// <summary>Makes a hasher.</summary>
    /// <param name="secret">
    /// The installation's secret, at least <see cref="MinSecretLength"/> bytes. Changing it forgets all claims.
    /// </param>
    public IdentityHasher(ReadOnlySpan<byte> secret)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, MinSecretLength, nameof(secret));
        this.secret = secret.ToArray();
    }

    /// <summary>The keyed hash of some texts: 64 hex digits in lower case. No two lists of texts give the same one.</summary>
    /// <param name="texts">The texts; the first one says what the others are.</param>
    public string Keyed(params ReadOnlySpan<string> texts)
    {
        using var written = new HashedText();
        foreach (var text in texts)
        {
            written.Add(text);
        }

        return Hash(written.Written);
    }

    /// <summary>
    /// Signs a document: the HMAC-SHA-256 of its bytes with the installation's secret, in 64 hex digits. No keyed hash of texts is ever
    /// one of a JSON document: those begin with a length.
    /// </summary>
    /// <param name="json">The JSON document.</param>
    public string Sign(ReadOnlySpan<byte> json) => Hash(json);

    /// <summary>The plain SHA-256 of a text in UTF-8, as those have it who hash what they know: 64 hex digits in lower case.</summary>
    /// <param name="text">The text.</param>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>
    /// What makes two submissions of a vendor the same: every field that the campaign knows, as it was sent. Where none of them
    /// names a person (no valid e-mail address or telephone number), whatever else was sent counts too: otherwise the leads of
    /// different people, sent under names that the campaign does not know, would be one.
    /// </summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="lead">The lead.</param>
    public string ContentOf(Campaign campaign, VendorId vendor, Lead lead)
    {
        using var text = new HashedText();
        text.Begin("content", campaign.Id.ToString());
        text.Add(vendor.ToString());
        foreach (var slot in lead.Layout.SlotsInNameOrder)
        {
            if (lead[slot].Raw is { } raw)
            {
                var (name, type, _) = lead.Layout.Fields[slot];
                text.Add(name);
                text.Add(type.HidesRaw ? string.Create(CultureInfo.InvariantCulture, $"{raw} {lead[slot].Number}") : raw);
            }
        }

        if (lead.Ignored.Count > 0 && !lead.NamesPerson)
        {
            AddIgnored(text, lead.Ignored);
        }

        return Hash(text.Written);
    }

    /// <summary>An idempotency key of a vendor.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="vendor">The vendor.</param>
    /// <param name="key">The key as sent.</param>
    public string KeyOf(CampaignId campaign, VendorId vendor, string key)
    {
        using var text = new HashedText();
        text.Begin("key", campaign.ToString());
        text.Add(vendor.ToString());
        text.Add(key);
        return Hash(text.Written);
    }

    /// <summary>What makes two questions to a third party the same.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="lookup">The look-up.</param>
    /// <param name="request">The request, which holds fields of the lead.</param>
    public string QuestionOf(CampaignId campaign, LookupPlan lookup, LookupRequest request)
    {
        ArgumentNullException.ThrowIfNull(lookup);
        ArgumentNullException.ThrowIfNull(request);
        using var text = new HashedText();
        text.Begin("question", campaign.ToString());
        text.Add(lookup.Fingerprint);
        text.Add(request.Address);
        text.Add(Encoding.UTF8.GetString((request.Body ?? default).Span));
        return Hash(text.Written);
    }

    // In the order of their names, so that the format and the order in which they came make no difference.
    private static void AddIgnored(HashedText text, IReadOnlyList<LooseField> ignored)
    {
        text.Add("ignored");
        var sorted = ignored
            .OrderBy(static field => field.Name, StringComparer.Ordinal)
            .ThenBy(static field => field.Raw, StringComparer.Ordinal);
        foreach (var (name, raw) in sorted)
        {
            text.Add(name);
            text.Add(raw ?? "");
        }
    }

    private string Hash(ReadOnlySpan<byte> text)
    {
        var mac = kept.Owner == this ? kept.Mac : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);

        // Put back only when it is empty again: after a failure half a text would be in the next hash.
        kept = default;
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        mac.AppendData(text);
        mac.GetHashAndReset(hash);
        kept = (this, mac);
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>Texts one after the other, each behind its length, so that no two lists of texts give the same bytes.</summary>
    private sealed class HashedText : IDisposable
    {
        private byte[] buffer = ArrayPool<byte>.Shared.Rent(2048);
        private int length;

        public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

        public void Begin(string kind, string campaign)
        {
            length = 0;
            Add(kind);
            Add(campaign);
        }

        public void Add(string text)
        {
            var needed = length + sizeof(int) + Encoding.UTF8.GetMaxByteCount(text.Length);
            if (needed > buffer.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, buffer.Length * 2));
                Written.CopyTo(larger);
                Return();
                buffer = larger;
            }

            var count = Encoding.UTF8.GetBytes(text, buffer.AsSpan(length + sizeof(int)));
            BitConverter.TryWriteBytes(buffer.AsSpan(length), count);
            length += sizeof(int) + count;
        }

        public void Dispose() => Return();

        // The buffer held personal data: it goes back empty.
        private void Return() => ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
    }
}
