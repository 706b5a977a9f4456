using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Fields.Numbers;
using LeadFilter.Core.Fields.Times;
using LeadFilter.Core.Outcomes;
using LeadFilter.Pipeline.Ledger;

namespace LeadFilter.Pipeline.Outcomes;

/// <summary>Reads outcomes of a campaign from named texts, whatever they hold.</summary>
/// <param name="campaign">The campaign.</param>
public sealed class OutcomeReader(Campaign campaign)
{
    /// <summary>The largest value of an outcome.</summary>
    public const decimal MaxValue = 99_999_999.9999m;

    private const int MaxPlainId = 64;
    private const string Currency = "USD";
    private const string Withheld = "withheld";
    private const string Example = "2026-11-30T14:05:00Z";

    /// <summary>
    /// Reads an outcome: <c>event</c>, <c>at</c>, <c>value</c>, <c>reason</c>, <c>by</c>, <c>id</c>, <c>wake_at</c>, and which lead.
    /// </summary>
    /// <param name="line">Where it stands.</param>
    /// <param name="field">Finds what was sent under a name; null or blank for nothing.</param>
    public ToldOutcome Read(long line, Func<string, string?> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (!LeadReference.TryRead(field, campaign, out var lead, out var why))
        {
            return ToldOutcome.Refused(line, OutcomeRefusal.LeadNotSaid, why);
        }

        if (TextOf(field, "event") is not { } word || campaign.Outcomes.Find(word) is not { } happened)
        {
            return ToldOutcome.Refused(
                line, OutcomeRefusal.EventUnknown, $"'event' must be one of the words that are known: {campaign.Outcomes.Known}.");
        }

        var wrongWake = ReadTime(field, "wake_at", out var wakeAt);
        why = ReadTime(field, "at", out var at) ?? wrongWake;
        if (why is not null || at is not { } told)
        {
            return ToldOutcome.Refused(
                line, OutcomeRefusal.TimeUnreadable, why ?? $"'at' is missing: say when it happened, such as {Example}.");
        }

        if (!TryReadValue(field, out var value, out why))
        {
            return ToldOutcome.Refused(line, OutcomeRefusal.ValueUnreadable, why!);
        }

        if (ReadBy(TextOf(field, "by")) is not { } by)
        {
            return ToldOutcome.Refused(line, OutcomeRefusal.ByUnknown, "'by' must be person or automatic, or left out.");
        }

        return new(
            line,
            lead,
            new(happened, told.At)
            {
                Id = IdOf(TextOf(field, "id")),
                Value = value,
                Reason = TextOf(field, "reason") is { } reason ? campaign.Outcomes.FindReason(reason)?.ToString() ?? Withheld : null,
                By = by,
                WakeAt = wakeAt?.At,
            },
            null)
        {
            IsDay = told.IsDay,
        };
    }

    /// <summary>An id as it is kept: itself if it is short and plain, otherwise its hash.</summary>
    private static string? IdOf(string? id) => id is null ? null
        : id.Length <= MaxPlainId && id.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':') ? id
        : "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private static ActedBy? ReadBy(string? by) => by?.ToLowerInvariant() switch
    {
        null => ActedBy.Unknown,
        "person" => ActedBy.Person,
        "automatic" => ActedBy.Automatic,
        _ => null,
    };

    private string? ReadTime(Func<string, string?> field, string name, out ToldTime? time)
    {
        time = null;
        if (TextOf(field, name) is not { } text)
        {
            return null;
        }

        if (ToldTime.Read(text, campaign.Locale, out var read) is { } why)
        {
            return $"'{name}' is not a time: {why}. Write it like {Example}.";
        }

        time = read;
        return null;
    }

    private static bool TryReadValue(Func<string, string?> field, out decimal? value, out string? why)
    {
        (value, why) = (null, null);
        if (TextOf(field, "value") is not { } text)
        {
            return true;
        }

        var read = MoneyType.Instance.Standardize(text);
        if (!read.IsValid || read.Number < 0 || read.Number > (double)MaxValue || read.Text is not ("" or Currency)
            || decimal.Round((decimal)read.Number, 4) != (decimal)read.Number)
        {
            why = string.Create(
                CultureInfo.InvariantCulture,
                $"'value' must be an amount from 0 to {MaxValue:N4} in US dollars, such as 1250.00.");
            return false;
        }

        value = (decimal)read.Number;
        return true;
    }

    private static string? TextOf(Func<string, string?> field, string name) =>
        field(name)?.Trim() is { Length: > 0 } text ? text : null;
}
