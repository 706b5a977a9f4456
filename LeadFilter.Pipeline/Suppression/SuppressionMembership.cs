using System.Globalization;
using LeadFilter.Core.Suppression;

namespace LeadFilter.Pipeline.Suppression;

/// <summary>
/// On which lists an entry stands, each with its last moment: <c>customers=0 unsubscribed=1798761600</c> in Unix seconds, 0
/// forever.
/// </summary>
internal sealed class SuppressionMembership
{
    private readonly SortedDictionary<string, long> endsByList = new(StringComparer.Ordinal);

    /// <summary>Whether it stands on no list.</summary>
    public bool IsEmpty => endsByList.Count == 0;

    /// <summary>Whether it has marks of opt-outs, be it that they have ended.</summary>
    public bool HasOptOuts { get; private set; }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static SuppressionMembership Parse(string text)
    {
        var membership = new SuppressionMembership();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && long.TryParse(word.AsSpan(equals + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var end))
            {
                var name = word[..equals];
                membership.endsByList[name] = end;
                membership.HasOptOuts |= OptOutMark.IsMark(name);
            }
        }

        return membership;
    }

    /// <summary>From when on it stands on no list; null if it stands on one forever, or on none.</summary>
    public DateTimeOffset? End =>
        IsEmpty || endsByList.ContainsValue(0) ? null : DateTimeOffset.FromUnixTimeSeconds(endsByList.Values.Max());

    /// <summary>The lists on which it stands at a time; opt-outs are one, whatever they are from.</summary>
    public IEnumerable<string> At(DateTimeOffset now) => endsByList
        .Where(one => one.Value == 0 || one.Value > now.ToUnixTimeSeconds())
        .Select(static one => OptOutMark.ListOf(one.Key))
        .Distinct(StringComparer.Ordinal);

    /// <summary>Whether it stands on a list at a time.</summary>
    public bool Has(SuppressionListId list, DateTimeOffset now) => Has(list.ToString(), now);

    /// <summary>Whether it has a mark, or stands on a list, at a time.</summary>
    public bool Has(string mark, DateTimeOffset now) =>
        endsByList.TryGetValue(mark, out var end) && (end == 0 || end > now.ToUnixTimeSeconds());

    /// <summary>Gives it a mark until a time at least. An end is never moved to an earlier time: the order does not count.</summary>
    /// <returns>False if it has the mark until then already.</returns>
    public bool Extend(string mark, DateTimeOffset expires)
    {
        var end = expires.ToUnixTimeSeconds();
        if (endsByList.TryGetValue(mark, out var known) && (known == 0 || known >= end))
        {
            return false;
        }

        endsByList[mark] = end;
        HasOptOuts = true;
        return true;
    }

    /// <summary>Puts it on a list, or moves its end there.</summary>
    /// <returns>False if it stands there until that very moment already.</returns>
    public bool Put(SuppressionListId list, DateTimeOffset? expires)
    {
        var end = expires?.ToUnixTimeSeconds() ?? 0;
        if (endsByList.TryGetValue(list.ToString(), out var known) && known == end)
        {
            return false;
        }

        endsByList[list.ToString()] = end;
        return true;
    }

    /// <summary>Takes it off a list.</summary>
    /// <returns>False if it was not there.</returns>
    public bool Remove(SuppressionListId list) => endsByList.Remove(list.ToString());

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(' ', endsByList.Select(static one => string.Create(CultureInfo.InvariantCulture, $"{one.Key}={one.Value}")));
}
