using LeadFilter.Core.Campaigns;
using LeadFilter.Core.OptOuts;

namespace LeadFilter.Pipeline.Suppression;

/// <summary>
/// Marks of opt-outs beside the lists of an entry: one for each channel, for all campaigns (<c>opt-outs/call</c>) or for one
/// (<c>opt-outs/call/solar</c>). No list has such a name, so nobody takes them off who takes an entry off a list.
/// </summary>
internal static class OptOutMark
{
    private static readonly (ContactChannels Channel, string Mark)[] Everywhere =
    [
        .. ContactChannelName.Of(ContactChannels.All)
            .Select(static name => (ContactChannelName.Find(name), $"{OptOutPlan.ListName}/{name}")),
    ];

    /// <summary>The marks of an opt-out.</summary>
    /// <param name="channels">The channels.</param>
    /// <param name="scope">The campaigns; none for all.</param>
    public static IReadOnlyList<string> Of(ContactChannels channels, IReadOnlyList<CampaignId> scope)
    {
        var marks = Everywhere.Where(one => channels.HasFlag(one.Channel)).Select(static one => one.Mark);
        return scope.Count == 0 ? [.. marks] : [.. marks.SelectMany(mark => scope.Select(campaign => $"{mark}/{campaign}"))];
    }

    /// <summary>The channels by which the person does not want to hear from a campaign.</summary>
    /// <param name="entry">The lists and marks of the person's entry.</param>
    /// <param name="campaign">The campaign.</param>
    /// <param name="now">The time.</param>
    public static ContactChannels Read(SuppressionMembership entry, CampaignId campaign, DateTimeOffset now)
    {
        var channels = ContactChannels.None;
        if (entry.HasOptOuts)
        {
            foreach (var (channel, mark) in Everywhere)
            {
                channels |= entry.Has(mark, now) || entry.Has($"{mark}/{campaign}", now) ? channel : ContactChannels.None;
            }
        }

        return channels;
    }

    /// <summary>The name of a list, or that of the built-in one for a mark.</summary>
    /// <param name="listOrMark">The list or mark.</param>
    public static string ListOf(string listOrMark) => IsMark(listOrMark) ? OptOutPlan.ListName : listOrMark;

    /// <summary>Whether it is a mark, not a list.</summary>
    /// <param name="listOrMark">The list or mark.</param>
    public static bool IsMark(string listOrMark) => listOrMark.Contains('/', StringComparison.Ordinal);
}
