using LeadFilter.Cli.Invocation;
using LeadFilter.Cli.Listings;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Cli.Commands.DeadLetters;

/// <summary>Works on the dead letters of a data folder.</summary>
/// <param name="surroundings">What it may use.</param>
/// <param name="open">Opens the folder.</param>
internal sealed class DeadLettersFolder(Surroundings surroundings, OpenDeadLetters open)
{
    /// <summary>Lists them.</summary>
    /// <param name="target">Which.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<int> ListAsync(DeadLetterTarget target, CancellationToken cancellation) =>
        OpenedAsync(target, letters => ListAsync(target, letters, cancellation), cancellation);

    /// <summary>Puts them back into their queue.</summary>
    /// <param name="target">Which.</param>
    /// <param name="cancellation">Gives up; what was put back stays so.</param>
    public Task<int> ReplayAsync(DeadLetterTarget target, CancellationToken cancellation) =>
        OpenedAsync(
            target,
            async letters =>
            {
                var ids = await IdsAsync(target, letters, cancellation);
                return await ChangeAsync(target, ids, "replayed", id => letters.ReplayAsync(target.Queue, id, cancellation));
            },
            cancellation);

    /// <summary>Deletes them, after asking.</summary>
    /// <param name="target">Which.</param>
    /// <param name="cancellation">Gives up; what was deleted stays so.</param>
    public Task<int> DropAsync(DeadLetterTarget target, CancellationToken cancellation)
    {
        if (!target.Yes && surroundings.InputRedirected)
        {
            return Task.FromResult(surroundings.Fail(ExitCode.WrongInput, "nobody can be asked here; give --yes to delete for good"));
        }

        return OpenedAsync(
            target,
            async letters =>
            {
                var ids = await IdsAsync(target, letters, cancellation);
                return ids.Count > 0 && !target.Yes && !await AgreedAsync(ids.Count, cancellation)
                    ? surroundings.Fail(ExitCode.No, "nothing was deleted")
                    : await ChangeAsync(target, ids, "dropped", id => letters.DropAsync(target.Queue, id, cancellation));
            },
            cancellation);
    }

    private async Task<int> OpenedAsync(DeadLetterTarget target, Func<IDeadLetters, Task<int>> work, CancellationToken cancellation)
    {
        await using var session = Directory.Exists(target.Folder)
            ? await open(target.Folder, cancellation)
            : null;
        return session is null
            ? surroundings.Fail(ExitCode.WrongInput, $"{target.Folder} holds no data of a filter; name its folder with --data")
            : await work(session.Letters);
    }

    private async Task<int> ListAsync(DeadLetterTarget target, IDeadLetters letters, CancellationToken cancellation)
    {
        var listing = new Listing(
            ListingColumn.Word("id"),
            ListingColumn.Word("died at (UTC)"),
            ListingColumn.Word("campaign"),
            ListingColumn.Word("vendor"),
            ListingColumn.Number("attempts"),
            ListingColumn.Word("reason"),
            ListingColumn.Prose("description"));
        await foreach (var letter in letters.ListAsync(target.Queue, cancellation))
        {
            var row = DeadLetterRow.Of(letter);
            if (target.Json)
            {
                surroundings.Out.WriteJsonLine(row, DeadLetterJson.Default.DeadLetterRow);
                continue;
            }

            listing.Add(
                row.Id,
                $"{row.DiedAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}",
                row.Campaign,
                row.Vendor,
                $"{row.Attempts:N0}",
                row.Reason,
                row.Description);
        }

        listing.WriteTo(surroundings.Output);
        if (listing.Count == 0 && !target.Json)
        {
            surroundings.Err.WriteLine("No dead letters.");
        }

        return ExitCode.Done;
    }

    /// <summary>The ids that are meant. All are taken before the first is changed: one that dies again at once is not met twice.</summary>
    private static async Task<IReadOnlyList<string>> IdsAsync(DeadLetterTarget target, IDeadLetters letters, CancellationToken cancellation)
    {
        if (!target.All)
        {
            return [.. target.Ids.Distinct()];
        }

        var ids = new List<string>();
        await foreach (var letter in letters.ListAsync(target.Queue, cancellation))
        {
            ids.Add(letter.MessageId);
        }

        return ids;
    }

    private async Task<int> ChangeAsync(
        DeadLetterTarget target, IReadOnlyList<string> ids, string done, Func<string, ValueTask<bool>> change)
    {
        var changed = new List<string>();
        var unknown = new List<string>();
        foreach (var id in ids)
        {
            (await change(id) ? changed : unknown).Add(id);
        }

        if (target.Json)
        {
            var report = new Dictionary<string, IReadOnlyList<string>> { [done] = changed, ["unknown"] = unknown };
            surroundings.Out.WriteJsonLine(report, DeadLetterJson.Default.DictionaryStringIReadOnlyListString);
        }
        else
        {
            surroundings.Out.WriteLine($"{done}: {changed.Count:N0}");
        }

        foreach (var id in unknown)
        {
            surroundings.Fail(ExitCode.No, $"no dead letter {id} in {target.Queue}");
        }

        return unknown.Count is 0 ? ExitCode.Done : ExitCode.No;
    }

    private async Task<bool> AgreedAsync(int count, CancellationToken cancellation)
    {
        await surroundings.Err.WriteAsync($"Delete {Counted.Of(count, "dead letter")} for good? [y/N] ");
        using var input = new StreamReader(surroundings.OpenInput());
        var answer = await input.ReadLineAsync(cancellation).AsTask().WaitAsync(cancellation);
        return answer?.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
