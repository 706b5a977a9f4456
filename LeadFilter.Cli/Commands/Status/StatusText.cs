using System.Globalization;
using LeadFilter.Cli.Invocation;
using LeadFilter.Cli.Listings;

namespace LeadFilter.Cli.Commands.Status;

/// <summary>Shows a filter's status to people.</summary>
internal static class StatusText
{
    private const double Gigabyte = 1024 * 1024 * 1024;

    /// <summary>Writes it.</summary>
    /// <param name="surroundings">Where to.</param>
    /// <param name="status">The status, with its details.</param>
    public static void Write(Surroundings surroundings, StatusDocument status)
    {
        Line($"status: {status.Status}");
        Line($"campaigns: {string.Join(", ", (status.Campaigns ?? []).Select(static one => $"{one.Campaign} {one.Version}"))}");
        if (status.Disk is { } disk)
        {
            Line(string.Create(CultureInfo.InvariantCulture, $"disk: {disk.Free / Gigabyte:N1} GB of {disk.Total / Gigabyte:N1} GB free"));
        }

        if (status.RecordsWaiting > 0)
        {
            Line($"{Counted.Of(status.RecordsWaiting, "decision")} to be written into the log");
        }

        if (status.NoticesWaiting > 0 || status.NoticeDeadLetters > 0)
        {
            Line($"{Counted.Of(status.NoticesWaiting, "notice")} on the way, {status.NoticeDeadLetters:N0} given up");
        }

        foreach (var problem in status.Problems ?? [])
        {
            Line($"problem: {problem}");
        }

        foreach (var secret in status.MissingSecrets ?? [])
        {
            var user = secret.Vendor is { } vendor ? $"the notices to {vendor}"
                : secret.Target is { } target ? $"the opt-outs to {target}"
                : secret.Lookup is { } name ? $"the look-up {name} of {secret.Campaign}"
                : $"the deliveries of {secret.Campaign}";
            Line($"secret not set: {secret.Setting}, for {user}");
        }

        WriteDeliveries(surroundings, status.Deliveries ?? []);
        if (status.More)
        {
            Line("There is more in the queues than was counted.");
        }

        void Line(string text) => surroundings.Out.WriteLine(Printable.Of(text));
    }

    private static void WriteDeliveries(Surroundings surroundings, IReadOnlyList<StatusDeliveries> deliveries)
    {
        var listing = new Listing(
            ListingColumn.Word("campaign"),
            ListingColumn.Word("CRM"),
            ListingColumn.Number("waiting"),
            ListingColumn.Word("oldest (UTC)"),
            ListingColumn.Word("next try (UTC)"),
            ListingColumn.Word("last reason"),
            ListingColumn.Word("paused until (UTC)"),
            ListingColumn.Number("dead letters"));
        foreach (var one in deliveries)
        {
            listing.Add(
                one.Campaign,
                one.Destination ?? "(no such campaign)",
                one.Waiting.ToString("N0", CultureInfo.InvariantCulture),
                Time(one.Oldest),
                Time(one.NextTry),
                one.Reason ?? "",
                Time(one.PausedUntil),
                one.DeadLetters.ToString("N0", CultureInfo.InvariantCulture));
        }

        listing.WriteTo(surroundings.Output);
    }

    private static string Time(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";
}
