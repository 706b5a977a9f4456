using System.Globalization;
using LeadFilter.Core.Campaigns.Loading.Rules;
using LeadFilter.Core.Conditions;
using LeadFilter.Core.Decisions;
using LeadFilter.Core.Files;
using LeadFilter.Core.Hours;
using LeadFilter.Core.Leads.Clocks;
using LeadFilter.Core.Rules;

namespace LeadFilter.Core.Campaigns.Loading;

/// <summary>Reads a section <c>hours</c>: the campaign's, or a contract's, which takes from the campaign's what it does not name.</summary>
internal sealed class HoursReader(RuleReader rules, ConditionReader conditions, TimeZoneInfo zone, MistakeList mistakes)
{
    private const string OnMissing = "onMissing";
    private const string Weekdays = "weekdays";
    private const string Weekend = "weekend";

    /// <summary>Dates that can be read in one way only, since they name their month.</summary>
    private static readonly string[] NamedMonths =
        ["MMM d yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMMM d, yyyy", "d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "yyyy/M/d", "yyyy-M-d"];

    /// <summary>By <see cref="DayOfWeek"/>.</summary>
    private static readonly string[] DayNames = [.. Enum.GetNames<DayOfWeek>().Select(name => name.ToLowerInvariant())];

    /// <summary>Reads a section.</summary>
    /// <param name="section">The section; null if there is none.</param>
    /// <param name="id">The id of its ground.</param>
    /// <param name="campaigns">The rule of the campaign's hours, where a contract's are read.</param>
    /// <returns>The rule that rejects outside the hours; null if there is no section.</returns>
    public Rule? Read(FileNode? section, string id, Rule? campaigns = null)
    {
        if (section.AsObject(mistakes) is not { } found)
        {
            return null;
        }

        found.OnlyKeys(mistakes, "days", "holidays", ClockKey.Name, OnMissing, "text", "mode");
        var (known, knownClock) = (campaigns?.RejectWhen as OutsideHours) is { } other ? (other.Hours, other.Clock) : (null, null);
        var daysNode = known is null
            ? found.Required("days", mistakes, "Add \"days\": { \"weekdays\": [ [\"08:00\", \"17:30\"] ] }")
            : found.Find("days");
        var week = daysNode is null ? known?.Week : ReadWeek(daysNode);
        var holidaysNode = found.Find("holidays");
        var holidays = holidaysNode is null ? known?.Holidays : ReadHolidays(holidaysNode);
        var clock = ReadClock(found, knownClock);
        var missingNode = found.Find(OnMissing);
        var rejectsUnknown = missingNode is null ? campaigns?.RejectIndeterminate == true : RuleReader.ReadOnMissing(missingNode, mistakes);
        if (missingNode is not null && clock is null)
        {
            mistakes.Add(missingNode, "the campaign's own clock is never missing", "Add \"clock\": \"lead\", or remove this");
        }

        var text = found.Find("text").AsText(mistakes) ?? campaigns?.Ground.Text ?? "No leads are bought at this time";
        var modeNode = found.Find("mode");
        var mode = modeNode is null ? campaigns?.Ground.Mode ?? RuleMode.Enforced : rules.ReadMode(modeNode);
        return week is null
            ? null
            : new(
                new(id, Category.Capacity, ReasonCode.OutsideHours, text, mode),
                new OutsideHours(new(zone, week, holidays ?? new Dictionary<DateOnly, TimeWindow[]>()))
                {
                    Clock = clock,
                    ReceivedAt = clock is null ? null : conditions.Operands.ReceivedAt,
                },
                clock is not null && rejectsUnknown);
    }

    private LeadClock? ReadClock(FileNode section, LeadClock? known) => section.Find(ClockKey.Name) is { } node
        ? ClockKey.IsLead(node, mistakes) ? conditions.Clock : null
        : known;

    private TimeWindow[][]? ReadWeek(FileNode node)
    {
        if (node.AsObject(mistakes) is null)
        {
            return null;
        }

        node.OnlyKeys(mistakes, [.. DayNames, Weekdays, Weekend]);
        var (weekdays, weekend) = (ReadWindows(node.Find(Weekdays)), ReadWindows(node.Find(Weekend)));
        var week = new TimeWindow[DayNames.Length][];
        for (var day = 0; day < week.Length; day++)
        {
            var own = node.Find(DayNames[day]);
            week[day] = own is not null ? ReadWindows(own) : (DayOfWeek)day is DayOfWeek.Saturday or DayOfWeek.Sunday ? weekend : weekdays;
        }

        if (node.Members.All(static member => member.Value is { Kind: FileNodeKind.Array, Items.Count: 0 }))
        {
            mistakes.Add(node, "there are no hours on any day", "Add windows such as \"weekdays\": [ [\"08:00\", \"17:30\"] ]");
        }

        return week;
    }

    private TimeWindow[] ReadWindows(FileNode? node)
    {
        var windows = new List<TimeWindow>();
        if (node is { Kind: FileNodeKind.Text })
        {
            mistakes.Add(node, "this is text", "Write an array of windows: [ [\"08:00\", \"17:30\"] ]");
            return [];
        }

        foreach (var item in node.AsArray(mistakes))
        {
            if (ReadWindow(item) is not { } window)
            {
                continue;
            }

            if (windows.Exists(other => Overlap(other, window)))
            {
                mistakes.Add(item, "this window overlaps another one of the day", "Join the two, or correct their times");
            }

            windows.Add(window);
        }

        return [.. windows];
    }

    private TimeWindow? ReadWindow(FileNode node)
    {
        if (node is not { Kind: FileNodeKind.Array, Items: [var fromNode, var toNode] })
        {
            mistakes.Add(node, "this is not a window", "Write [ \"08:00\", \"17:30\" ]");
            return null;
        }

        if (ReadTime(fromNode, last: TimeWindow.Midnight - 1) is not { } from || ReadTime(toNode, last: TimeWindow.Midnight) is not { } to)
        {
            return null;
        }

        if (from == to)
        {
            mistakes.Add(node, "this window ends when it begins", "Write [ \"00:00\", \"24:00\" ] for a whole day");
            return null;
        }

        return new(from, to);
    }

    private int? ReadTime(FileNode node, int last)
    {
        if (node.AsText(mistakes) is not { } text)
        {
            return null;
        }

        if (text is { Length: 5 } && text[2] == ':'
            && int.TryParse(text.AsSpan(0, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
            && int.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
            && minute < 60 && (hour * 60) + minute <= last)
        {
            return (hour * 60) + minute;
        }

        mistakes.Add(
            node,
            $"'{text}' is not a time of day",
            TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time)
                ? $"Write {time:HH:mm}"
                : "Write it like 08:00 or 17:30; the end of a day is 24:00");
        return null;
    }

    private static bool Overlap(TimeWindow one, TimeWindow other) => one.From < EndOf(other) && other.From < EndOf(one);

    private static int EndOf(TimeWindow window) => window.PassesMidnight ? window.To + TimeWindow.Midnight : window.To;

    private Dictionary<DateOnly, TimeWindow[]> ReadHolidays(FileNode section)
    {
        var holidays = new Dictionary<DateOnly, TimeWindow[]>();
        foreach (var node in section.AsArray(mistakes))
        {
            var (dateNode, windows) = (node, Array.Empty<TimeWindow>());
            if (node.Kind == FileNodeKind.Object)
            {
                node.OnlyKeys(mistakes, "date", "windows");
                dateNode = node.Required("date", mistakes, "Add \"date\": \"2026-12-24\"");
                windows = ReadWindows(node.Required(
                    "windows",
                    mistakes,
                    "Add \"windows\": [ [\"08:00\", \"12:00\"] ], or write the date alone for a day that is closed"));
            }

            if (dateNode.AsText(mistakes) is not { } text)
            {
                continue;
            }

            if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                mistakes.Add(
                    dateNode!,
                    $"'{text}' is not a date",
                    DateOnly.TryParseExact(text, NamedMonths, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var named)
                        ? $"Write {named:yyyy-MM-dd}"
                        : "Write it like 2026-12-25");
            }
            else if (!holidays.TryAdd(date, windows))
            {
                mistakes.Add(dateNode!, $"{text} is named twice", "Name each day once");
            }
        }

        return holidays;
    }
}
