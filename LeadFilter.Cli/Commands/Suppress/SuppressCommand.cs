using System.CommandLine;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Http.Rows;
using LeadFilter.Cli.Importing;
using LeadFilter.Cli.Invocation;
using LeadFilter.Cli.Listings;
using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Suppression;

namespace LeadFilter.Cli.Commands.Suppress;

/// <summary><c>leadfilter suppress</c>: fills, empties and counts suppression lists.</summary>
internal sealed class SuppressCommand
{
    private const int BatchSize = 1000;

    private readonly Surroundings surroundings;

    private SuppressCommand(Surroundings surroundings) => this.surroundings = surroundings;

    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var run = new SuppressCommand(surroundings);
        var import = new ExampledCommand(
            "import",
            "Puts the values of a file on a list. Importing again changes nothing. Invalid lines are skipped and listed.",
            "leadfilter suppress import customers.csv --list customers",
            "leadfilter suppress import optouts.txt --list unsubscribed --by email --hashed sha256 --expires 365d");
        SuppressOptions.AddImporting(import, surroundings.Time, run.ImportAsync);
        var add = new ExampledCommand("add", "Puts single values on a list.", "leadfilter suppress add --list competitors rival.example");
        SuppressOptions.AddChanging(add, surroundings.Time, adds: true, run.AddAsync);
        var remove = new ExampledCommand(
            "remove", "Removes single values from a list, whatever form they came in.", "leadfilter suppress remove --list customers "
                + "< former-customers.txt");
        SuppressOptions.AddChanging(remove, surroundings.Time, adds: false, run.RemoveAsync);
        var count = new ExampledCommand(
            "count", "Counts the entries of a list that have not expired.", "leadfilter suppress count --list customers");
        SuppressOptions.AddCounting(count, surroundings.Time, one: true, run.CountAsync);
        var lists = new ExampledCommand("lists", "Counts the entries of every list.", "leadfilter suppress lists --json");
        SuppressOptions.AddCounting(lists, surroundings.Time, one: false, run.CountAsync);
        return new ExampledCommand(
            "suppress",
            "Maintains suppression lists: people and domains from which campaigns do not buy. Works on the data folder, even while "
                + "serve runs, or with --url on a filter elsewhere.",
            [.. import.Examples, .. add.Examples, .. count.Examples])
        {
            import, add, remove, count, lists,
        };
    }

    private async Task<int> ImportAsync(SuppressRequest request, CancellationToken cancellation)
    {
        await using var target = await OpenAsync(request, cancellation);
        await using var file = RowFile.Open(request.File, surroundings.OpenInput);
        var import = new SuppressionImport(file, new(request.Kind, request.Column), target, request);
        var started = surroundings.Time.GetTimestamp();
        try
        {
            await ImportProgress.ShowAsync(
                surroundings.Error, file, () => import.Rows, () => import.RunAsync(cancellation), surroundings.Time);
            surroundings.Remark(request.File, file.Note);
        }
        catch (Exception ended) when (ended is OperationCanceledException or Pipeline.Ports.StoreUnavailableException)
        {
            surroundings.Err.WriteLine(
                $"leadfilter: not finished; everything up to line {import.DoneLine:N0} is on the list. Run it again, or go on with "
                    + $"--from-line {import.DoneLine + 1}");
            throw;
        }

        Report(request, import, surroundings.Time.GetElapsedTime(started).TotalSeconds);
        return import.Rows > 0 && import.Added + import.Renewed + import.AlreadyThere == 0
            ? surroundings.Fail(ExitCode.WrongInput, "no line holds a value for the list")
            : ExitCode.Done;
    }

    private void Report(SuppressRequest request, SuppressionImport import, double seconds)
    {
        if (request.Json)
        {
            var report = new ImportReport(
                request.List.ToString(),
                import.Rows,
                import.Added,
                import.Renewed,
                import.AlreadyThere,
                import.Problems.Count,
                import.Problems.First,
                seconds);
            surroundings.Out.WriteJsonLine(report, SuppressJson.Default.ImportReport);
            return;
        }

        import.Problems.Tell(surroundings);
        var listing = new Listing(
            ListingColumn.Word("list"),
            ListingColumn.Number("added"),
            ListingColumn.Number("renewed"),
            ListingColumn.Number("already there"),
            ListingColumn.Number("invalid"));
        listing.Add(
            request.List.ToString(),
            $"{import.Added:N0}",
            $"{import.Renewed:N0}",
            $"{import.AlreadyThere:N0}",
            $"{import.Problems.Count:N0}");
        listing.WriteTo(surroundings.Output);
        var speed = seconds > 0 ? import.Rows / seconds : 0;
        surroundings.Out.WriteLine($"{Counted.Of(import.Rows, "row")} in {seconds:N1} s: {speed:N0} rows/s");
    }

    private Task<int> AddAsync(SuppressRequest request, CancellationToken cancellation) => ChangeAsync(request, adds: true, cancellation);

    private Task<int> RemoveAsync(SuppressRequest request, CancellationToken cancellation) =>
        ChangeAsync(request, adds: false, cancellation);

    private async Task<int> ChangeAsync(SuppressRequest request, bool adds, CancellationToken cancellation)
    {
        await using var target = await OpenAsync(request, cancellation);
        long done = 0, renewed = 0, unchanged = 0;
        var problems = new ImportProblems();
        foreach (var batch in BatchesOf(request, await ValuesAsync(request, problems, cancellation)))
        {
            var tally = adds ? await target.AddAsync(batch, cancellation) : await target.RemoveAsync(batch, cancellation);
            (done, renewed, unchanged) = (
                done + tally.Added + tally.Removed, renewed + tally.Renewed, unchanged + tally.AlreadyThere + tally.NotThere);
            foreach (var (line, why) in tally.Invalid)
            {
                problems.Add(line, why);
            }
        }

        var list = request.List.ToString();
        if (request.Json && adds)
        {
            var report = new AddReport(list, done, renewed, unchanged, problems.Count, problems.First);
            surroundings.Out.WriteJsonLine(report, SuppressJson.Default.AddReport);
        }
        else if (request.Json)
        {
            var report = new RemoveReport(list, done, unchanged, problems.Count, problems.First);
            surroundings.Out.WriteJsonLine(report, SuppressJson.Default.RemoveReport);
        }
        else
        {
            problems.Tell(surroundings);
            surroundings.Out.WriteLine(adds
                ? $"added: {done:N0}, renewed: {renewed:N0}, already there: {unchanged:N0}, invalid: {problems.Count:N0}"
                : $"removed: {done:N0}, not there: {unchanged:N0}, invalid: {problems.Count:N0}");
        }

        return problems.Count > 0 ? ExitCode.WrongInput : !adds && done == 0 ? ExitCode.No : ExitCode.Done;
    }

    private async Task<List<(long Line, SuppressionKind Kind, string Value)>> ValuesAsync(
        SuppressRequest request, ImportProblems problems, CancellationToken cancellation)
    {
        var rows = request.Values.Select(static (value, at) => new FileRow(at + 1L, [new("", value)], null)).ToList();
        if (rows.Count == 0)
        {
            await using var input = RowFile.Open("-", surroundings.OpenInput);
            await foreach (var row in input.ReadAsync(cancellation))
            {
                rows.Add(row);
            }
        }

        var columns = new SuppressionColumns(request.Kind, null);
        var values = new List<(long, SuppressionKind, string)>();
        foreach (var row in rows)
        {
            var problem = row.Problem;
            values.AddRange((problem is null ? columns.Read(row, out problem) : []).Select(one => (row.Line, one.Kind, one.Value)));
            if (problem is not null)
            {
                problems.Add(row.Line, problem);
            }
        }

        return values;
    }

    private static IEnumerable<SuppressionBatch> BatchesOf(
        SuppressRequest request, List<(long Line, SuppressionKind Kind, string Value)> values) =>
        values.GroupBy(static one => one.Kind)
            .SelectMany(group => group.Select(static one => (one.Line, one.Value)).Chunk(BatchSize).Select(chunk =>
                new SuppressionBatch(request.List, group.Key, request.Form, chunk) { Expires = request.Expires }));

    private async Task<int> CountAsync(SuppressRequest request, CancellationToken cancellation)
    {
        await using var target = await OpenAsync(request, cancellation);
        var wanted = request.List.ToString();
        var counts = (await target.CountAsync(cancellation)).Where(count => wanted.Length == 0 || count.List == request.List).ToList();
        if (counts.Count == 0 && wanted.Length > 0)
        {
            return surroundings.Fail(ExitCode.No, $"there is no list '{wanted}'; {surroundings.Program} suppress lists names all");
        }

        if (request.Json)
        {
            surroundings.Out.WriteJsonLine(counts.Select(ReportOf), SuppressJson.Default.IEnumerableCountReport);
        }
        else if (counts.Count == 0)
        {
            surroundings.Err.WriteLine("No lists.");
        }
        else
        {
            var listing = new Listing(
                [ListingColumn.Word("list"), .. SuppressionKindName.All.Append("entries").Select(ListingColumn.Number)]);
            foreach (var count in counts)
            {
                listing.Add([
                    count.List.ToString(),
                    .. Enum.GetValues<SuppressionKind>().Select(kind => (ListingCell)$"{count.Entries.GetValueOrDefault(kind):N0}"),
                    $"{count.Total:N0}"]);
            }

            listing.WriteTo(surroundings.Output);
        }

        return ExitCode.Done;
    }

    private static CountReport ReportOf(SuppressionCount count) => new(
        count.List.ToString(),
        count.Total,
        count.Entries.OrderBy(static one => one.Key).ToDictionary(static one => SuppressionKindName.Of(one.Key), static one => one.Value));

    private async Task<ISuppressionTarget> OpenAsync(SuppressRequest request, CancellationToken cancellation) => request.Url is { } url
        ? new RemoteSuppressions(AdminApi.Open(surroundings, url, request.Key, request.Folder))
        : new StoredSuppressions(
            await InstallationFolder.OpenAsync(request.Folder, surroundings.Time, surroundings.Variable, cancellation), surroundings.Time);
}
