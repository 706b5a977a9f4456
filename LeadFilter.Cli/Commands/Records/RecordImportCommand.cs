using System.CommandLine;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Cli.Importing;
using LeadFilter.Cli.Invocation;
using LeadFilter.Http.Routing;
using LeadFilter.Http.Rows;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Cli.Commands.Records;

/// <summary>The command <c>import</c> of everything that is told of bought leads and people: outcomes, returns, opt-outs.</summary>
internal static class RecordImportCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    /// <param name="address">Where a filter takes such records; its parameter is the campaign, if it has one.</param>
    /// <param name="description">What it does.</param>
    /// <param name="columns">Which columns or members a row has.</param>
    /// <param name="examples">Examples.</param>
    public static Command Create(Surroundings surroundings, Address address, string description, string columns, params string[] examples)
    {
        ArgumentNullException.ThrowIfNull(address);
        var command = new ExampledCommand("import", description, examples);
        var file = new Argument<string>("FILE")
        {
            Description = $"CSV with a header (.csv) or NDJSON (.ndjson, .jsonl): {columns}",
        };
        var (campaign, url, folder, key) = (
            SharedOptions.Campaign(), SharedOptions.Url(), SharedOptions.Folder(), SharedOptions.AdminKey());
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would become of each row, and change nothing" };
        var fromLine = new Option<long>("--from-line")
        {
            Description = "Start at this line of the file",
            HelpName = "N",
            DefaultValueFactory = _ => 1,
        };
        var json = SharedOptions.Json("Write one JSON document");
        command.Arguments.Add(file);
        foreach (var option in (Option[])[url, key, folder, dryRun, fromLine, json])
        {
            command.Options.Add(option);
        }

        if (address.Parameters.Count > 0)
        {
            command.Options.Add(campaign);
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            using var filter = AdminApi.Open(
                surroundings, parsed.GetRequiredValue(url), parsed.GetValue(key), parsed.GetRequiredValue(folder));
            IReadOnlyList<string> arguments = address.Parameters.Count > 0 ? [parsed.GetRequiredValue(campaign).ToString()] : [];
            var target = FilterAddress.Of(filter.Url, address, arguments, parsed.GetValue(dryRun) ? "?dry_run=true" : "");
            return await ImportAsync(
                surroundings,
                parsed.GetRequiredValue(file),
                opened => new(opened, filter, target, parsed.GetRequiredValue(fromLine), surroundings.Time),
                parsed.GetValue(dryRun),
                parsed.GetValue(json),
                cancellation);
        });
        return command;
    }

    private static async Task<int> ImportAsync(
        Surroundings surroundings, string path, Func<RowFile, RecordImport> begin, bool isDryRun, bool json, CancellationToken cancellation)
    {
        await using var file = RowFile.Open(path, surroundings.OpenInput);
        if (file.Form == FileForm.Lines)
        {
            return surroundings.Fail(ExitCode.WrongInput, $"{path}: the name must end in .csv, .ndjson or .jsonl");
        }

        var import = begin(file);
        var started = surroundings.Time.GetTimestamp();
        try
        {
            await ImportProgress.ShowAsync(
                surroundings.Error, file, () => import.Rows, () => import.RunAsync(cancellation), surroundings.Time);
            surroundings.Remark(path, file.Note);
        }
        catch (Exception ended) when (ended is OperationCanceledException or StoreUnavailableException)
        {
            surroundings.Err.WriteLine(
                $"leadfilter: not finished; everything up to line {import.DoneLine:N0} is answered. Run it again: what was counted is "
                    + $"not counted twice. Or go on with --from-line {import.DoneLine + 1}");
            throw;
        }

        Report(surroundings, import, isDryRun, json, surroundings.Time.GetElapsedTime(started).TotalSeconds);
        return import.Rows > 0 && import.Problems.Count == import.Rows
            ? surroundings.Fail(ExitCode.WrongInput, "no row was taken")
            : ExitCode.Done;
    }

    private static void Report(Surroundings surroundings, RecordImport import, bool isDryRun, bool json, double seconds)
    {
        if (json)
        {
            surroundings.Out.WriteJsonLine(
                new(import.Rows, import.Counted, import.Known, import.Problems.Count, isDryRun, import.Problems.First, seconds),
                RecordJson.Default.RecordReport);
            return;
        }

        import.Problems.Tell(surroundings);
        surroundings.Out.WriteLine(
            $"{(isDryRun ? "would be counted" : "counted")}: {import.Counted:N0}, known before: {import.Known:N0}, refused: "
                + $"{import.Problems.Count:N0}");
        var speed = seconds > 0 ? import.Rows / seconds : 0;
        surroundings.Out.WriteLine($"{Counted.Of(import.Rows, "row")} in {seconds:N1} s: {speed:N0} rows/s");
    }
}
