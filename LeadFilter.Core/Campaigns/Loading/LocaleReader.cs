using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Phones;
using LeadFilter.Core.Files;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Reads the keys <c>timeZone</c>, <c>region</c> and <c>dates</c>.</summary>
internal sealed class LocaleReader(MistakeList mistakes)
{
    public Locale Read(FileNode root) => new()
    {
        TimeZone = ReadTimeZone(root.Find("timeZone")),
        Region = ReadRegion(root.Find("region")),
        Dates = ReadDates(root.Find("dates")),
    };

    private TimeZoneInfo ReadTimeZone(FileNode? node)
    {
        if (node.AsText(mistakes) is not { } name)
        {
            return TimeZoneInfo.Utc;
        }

        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            return zone;
        }

        mistakes.Add(node!, $"there is not a valid time zone '{name}'", "Write an IANA name such as America/New_York");
        return TimeZoneInfo.Utc;
    }

    private string ReadRegion(FileNode? node)
    {
        if (node.AsText(mistakes) is not { } region)
        {
            return Locale.DefaultRegion;
        }

        if (PhoneType.IsRegion(region))
        {
            return region;
        }

        mistakes.Add(node!, $"there is no region '{region}'", "Write a country's two letters (ISO 3166-1), such as US or GB");
        return Locale.DefaultRegion;
    }

    private DateOrder ReadDates(FileNode? node) =>
        node.AsWord(mistakes, [.. Locale.DateOrders.Keys]) is { } word ? Locale.DateOrders[word] : Locale.Default.Dates;
}
