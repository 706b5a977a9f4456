using System.Security.Cryptography;
using System.Text;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Emails;
using LeadFilter.Core.Fields.Hashes;
using LeadFilter.Core.Fields.Phones;
using LeadFilter.Core.Fields.Times;
using LeadFilter.Core.OptOuts;
using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Campaigns;

namespace LeadFilter.Pipeline.OptOuts;

/// <summary>Reads opt-outs from named texts, whatever they hold, with the types that campaigns use for the fields of leads.</summary>
/// <param name="campaigns">The campaigns: those that an opt-out may name, and whose regions numbers without a calling code have.</param>
public sealed class OptOutReader(ICampaigns campaigns)
{
    private const int MaxPlainId = 64;
    private const string Withheld = "withheld";
    private const string Everything = "all";
    private const string Example = "2026-11-30T14:05:00Z";

    private static readonly (string Field, SuppressionKind Kind)[] Hashes =
        [("email_sha256", SuppressionKind.Email), ("phone_sha256", SuppressionKind.Phone)];

    /// <summary>
    /// Reads an opt-out: <c>email</c>, <c>phone</c>, <c>email_sha256</c>, <c>phone_sha256</c>, <c>channels</c>, <c>received_at</c>,
    /// <c>how</c>, <c>scope</c>, <c>id</c>.
    /// </summary>
    /// <param name="line">Where it stands.</param>
    /// <param name="field">Finds what was sent under a name; null or blank for nothing.</param>
    public ToldOptOut Read(long line, Func<string, string?> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (ReadScope(TextOf(field, "scope"), out var scope) is { } unknown)
        {
            return ToldOptOut.Refused(line, OptOutRefusal.CampaignUnknown, unknown);
        }

        var persons = new List<OptOutPerson>();
        if ((ReadEmail(field, persons) ?? ReadPhone(field, scope, persons) ?? ReadHashes(field, persons)) is { } why)
        {
            return ToldOptOut.Refused(line, OptOutRefusal.PersonUnreadable, why);
        }

        if (persons.Count == 0)
        {
            return ToldOptOut.Refused(
                line, OptOutRefusal.PersonNotSaid, "It does not say who: give email, phone, email_sha256 or phone_sha256.");
        }

        if (ReadChannels(TextOf(field, "channels")) is not { } channels)
        {
            return ToldOptOut.Refused(
                line, OptOutRefusal.ChannelUnknown, $"'channels' must be of {string.Join(", ", ContactChannelName.Known)}.");
        }

        ToldTime? received = null;
        if (TextOf(field, "received_at") is { } time)
        {
            if (ToldTime.Read(time, scope.Count > 0 ? scope[0].Locale : Locale.Default, out var read) is { } wrong)
            {
                return ToldOptOut.Refused(
                    line, OptOutRefusal.TimeUnreadable, $"'received_at' is not a time: {wrong}. Write it like {Example}.");
            }

            received = read;
        }

        return new(line)
        {
            Persons = [.. persons.DistinctBy(static one => (one.Kind, one.Sha256)).OrderBy(static one => one.Kind)
                .ThenBy(static one => one.Sha256, StringComparer.Ordinal)],
            Channels = channels,
            Scope = [.. scope.Select(static campaign => campaign.Id).OrderBy(static id => id.ToString(), StringComparer.Ordinal)],
            ReceivedAt = received?.At,
            How = TextOf(field, "how") is { } how ? ReasonCode.TryParse(how, out var code) ? code.ToString() : Withheld : null,
            RequestId = IdOf(TextOf(field, "id")),
        };
    }

    private static string? ReadEmail(Func<string, string?> field, List<OptOutPerson> persons)
    {
        if (TextOf(field, "email") is { } text)
        {
            var read = EmailType.Instance.Standardize(text);
            if (!read.IsValid)
            {
                return $"'email' is not an e-mail address: {read.Why}.";
            }

            persons.Add(OptOutPerson.Of(SuppressionIdentity.OfEmail(in read)));
        }

        return null;
    }

    private string? ReadPhone(Func<string, string?> field, IReadOnlyList<Campaign> scope, List<OptOutPerson> persons)
    {
        if (TextOf(field, "phone") is not { } text)
        {
            return null;
        }

        // Without a calling code it is of the region of whichever campaign gets it in a lead.
        string? why = null;
        var found = persons.Count;
        var among = scope.Count > 0 ? scope : campaigns.All;
        foreach (var locale in among.Select(static campaign => campaign.Locale).DefaultIfEmpty(Locale.Default)
            .DistinctBy(static locale => locale.Region))
        {
            var read = PhoneType.Instance.In(locale).Standardize(text);
            if (read.IsValid)
            {
                persons.Add(OptOutPerson.Of(SuppressionIdentity.OfPhone(in read)));
            }

            why ??= read.Why;
        }

        return persons.Count > found ? null : $"'phone' is not a telephone number: {why}.";
    }

    private static string? ReadHashes(Func<string, string?> field, List<OptOutPerson> persons)
    {
        foreach (var (name, kind) in Hashes)
        {
            if (TextOf(field, name) is { } text)
            {
                var read = Sha256Type.Instance.Standardize(text);
                if (!read.IsValid)
                {
                    return $"'{name}' is not a SHA-256: {read.Why}.";
                }

                persons.Add(new(kind, read.TextString, null));
            }
        }

        return null;
    }

    private static ContactChannels? ReadChannels(string? text)
    {
        var channels = ContactChannels.None;
        foreach (var word in WordsOf(text))
        {
            var found = ContactChannelName.Find(word);
            if (found == ContactChannels.None)
            {
                return null;
            }

            channels |= found;
        }

        return channels == ContactChannels.None ? ContactChannels.All : channels;
    }

    private string? ReadScope(string? text, out IReadOnlyList<Campaign> scope)
    {
        scope = [];
        var words = WordsOf(text);
        if (words.Length == 0 || (words.Length == 1 && string.Equals(words[0], Everything, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var found = new List<Campaign>();
        foreach (var word in words)
        {
            if (!CampaignId.TryParse(word, out var id) || campaigns.Find(id) is not { } campaign)
            {
                var known = string.Join(", ", campaigns.All.Select(static one => one.Id.ToString()).Order(StringComparer.Ordinal));
                return $"'scope' names a campaign that is not there. Write all, or some of: {known}.";
            }

            if (!found.Exists(other => other.Id == campaign.Id))
            {
                found.Add(campaign);
            }
        }

        scope = found;
        return null;
    }

    private static string[] WordsOf(string? text) =>
        text?.Split([',', ';', '|', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>An id as it is kept: itself if it is short and plain, otherwise its hash.</summary>
    private static string? IdOf(string? id) => id is null ? null
        : id.Length <= MaxPlainId && id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':') ? id
        : "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private static string? TextOf(Func<string, string?> field, string name) =>
        field(name)?.Trim() is { Length: > 0 } text ? text : null;
}
