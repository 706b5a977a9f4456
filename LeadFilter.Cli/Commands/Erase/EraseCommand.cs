using System.CommandLine;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Http.Rows;
using LeadFilter.Cli.Importing;
using LeadFilter.Cli.Invocation;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Erasure;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Cli.Commands.Erase;

/// <summary><c>leadfilter erase</c>: takes a person out of everything that is kept.</summary>
internal sealed class EraseCommand
{
    private readonly Surroundings surroundings;

    private EraseCommand(Surroundings surroundings) => this.surroundings = surroundings;

    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var command = new ExampledCommand(
            "erase",
            "Erases a person who asks for it, and tells which leads the CRM has. Suppression lists stay as they are. Works on the data "
                + "folder, even while serve runs, or with --url on a filter elsewhere.",
            "leadfilter erase --dry-run < person.txt",
            "leadfilter erase --yes --json < person.txt");
        EraseOptions.AddTo(command, new EraseCommand(surroundings).RunAsync);
        return command;
    }

    private async Task<int> RunAsync(EraseRequest request, CancellationToken cancellation)
    {
        var asks = !request.DryRun && !request.Yes;
        if (asks && (request.Values.Count == 0 || surroundings.InputRedirected))
        {
            return surroundings.Fail(ExitCode.WrongInput, "nobody can be asked here; give --yes to erase for good, or --dry-run to look");
        }

        var values = request.Values.Count > 0 ? request.Values : await ReadValuesAsync(cancellation);
        if (!Person.TryRead(values, out _, out var why))
        {
            return surroundings.Fail(ExitCode.WrongInput, why);
        }

        if (asks && !await AgreedAsync(cancellation))
        {
            return surroundings.Fail(ExitCode.No, "nothing was erased");
        }

        await using var target = await OpenAsync(request, cancellation);
        var erasure = await target.EraseAsync(values, request.DryRun, cancellation);
        if (request.Json)
        {
            surroundings.Out.WriteJsonLine(erasure, EraseJson.Default.ErasureDocument);
        }
        else
        {
            EraseReport.Write(erasure, surroundings);
        }

        var isEmpty = erasure.Leads.Count == 0 && erasure.Erased.Values.All(static count => count == 0);
        return isEmpty || erasure.Repeat ? ExitCode.No : ExitCode.Done;
    }

    private async Task<IReadOnlyList<string>> ReadValuesAsync(CancellationToken cancellation)
    {
        await using var input = RowFile.Open("-", surroundings.OpenInput);
        var values = new List<string>();
        await foreach (var row in input.ReadAsync(cancellation))
        {
            if (row.Problem is { } problem)
            {
                throw new RefusedException($"line {row.Line} of the standard input: {problem}; nothing was erased");
            }

            values.AddRange(row.Cells.Select(static cell => cell.Value));
            if (values.Count > Person.MaxValues)
            {
                break;
            }
        }

        return values;
    }

    private async Task<bool> AgreedAsync(CancellationToken cancellation)
    {
        await surroundings.Err.WriteAsync("Erase this person for good? [y/N] ");
        using var input = new StreamReader(surroundings.OpenInput());
        var answer = await input.ReadLineAsync(cancellation).AsTask().WaitAsync(cancellation);
        return answer?.Trim().ToUpperInvariant() is "Y" or "YES";
    }

    private async Task<IErasureTarget> OpenAsync(EraseRequest request, CancellationToken cancellation)
    {
        if (request.Url is { } url)
        {
            return new RemoteErasure(AdminApi.Open(surroundings, url, request.Key, request.Folder));
        }

        using var silent = LoggerFactory.Create(_ => { });
        var campaigns = new CampaignFolder(request.Campaigns, silent.CreateLogger<CampaignFolder>());
        var loaded = campaigns.Reload();
        return loaded.Mistakes.Count > 0
            ? throw new RefusedException(
                $"people are recognized by the campaigns, and those in {request.Campaigns} do not load: {loaded.Mistakes[0]}")
            : new StoredErasure(
                await InstallationFolder.OpenAsync(request.Folder, surroundings.Time, surroundings.Variable, cancellation),
                campaigns,
                surroundings.Time);
    }
}
