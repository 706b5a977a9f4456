using System.CommandLine;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Http.Rows;
using LeadFilter.Cli.Importing;
using LeadFilter.Cli.Invocation;
using LeadFilter.Core.Campaigns;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Pipeline.Ports;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Cli.Commands.PastClaims;

/// <summary><c>leadfilter claims</c>: teaches a filter who was bought before it.</summary>
internal sealed class ClaimsCommand
{
    private readonly Surroundings surroundings;

    private ClaimsCommand(Surroundings surroundings) => this.surroundings = surroundings;

    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var import = new ExampledCommand(
            "import",
            "Imports leads that were bought before, so that later leads of the same people are duplicates. Each counts from its own "
                + "date. Importing again changes nothing.",
            "leadfilter claims import bought-2026.csv --campaign solar",
            "leadfilter claims import crm-export.ndjson --campaign solar --date-column created");
        ClaimsOptions.AddTo(import, new ClaimsCommand(surroundings).ImportAsync);
        return new ExampledCommand(
            "claims", "Imports the people whose leads you bought before this filter, so that nobody is bought twice. Works on the "
                + "data folder, even while serve runs, or with --url on a filter elsewhere.", [.. import.Examples])
        {
            import,
        };
    }

    private async Task<int> ImportAsync(ClaimsRequest request, CancellationToken cancellation)
    {
        await using var target = await OpenAsync(request, cancellation);
        await using var file = RowFile.Open(request.File, surroundings.OpenInput);
        if (file.Form == FileForm.Lines)
        {
            return surroundings.Fail(ExitCode.WrongInput, $"{request.File}: the name must end in .csv, .ndjson or .jsonl");
        }

        var import = new ClaimsImport(file, target, request);
        var started = surroundings.Time.GetTimestamp();
        try
        {
            await ImportProgress.ShowAsync(
                surroundings.Error, file, () => import.Rows, () => import.RunAsync(cancellation), surroundings.Time);
            surroundings.Remark(request.File, file.Note);
        }
        catch (Exception ended) when (ended is OperationCanceledException or StoreUnavailableException)
        {
            surroundings.Err.WriteLine(
                $"leadfilter: not finished; everything up to line {import.DoneLine:N0} is kept. Run it again, or go on with "
                    + $"--from-line {import.DoneLine + 1}");
            throw;
        }

        Report(request, import, surroundings.Time.GetElapsedTime(started).TotalSeconds);
        return import.Rows > 0 && import.Problems.Count == import.Rows
            ? surroundings.Fail(ExitCode.WrongInput, $"no row could be kept; is --date-column {request.DateColumn} right?")
            : ExitCode.Done;
    }

    private void Report(ClaimsRequest request, ClaimsImport import, double seconds)
    {
        if (import.UnknownVendor > 0)
        {
            surroundings.Remark(
                request.File,
                $"{import.UnknownVendor:N0} {(import.UnknownVendor == 1 ? "row names" : "rows name")} a vendor that the campaign "
                    + $"'{request.Campaign}' does not have; plans with the scope vendor do not know of them");
        }

        if (request.Json)
        {
            var report = new ClaimsReport(
                request.Campaign.ToString(),
                import.Rows,
                import.Added,
                import.AlreadyThere,
                import.TooOld,
                import.Problems.Count,
                import.UnknownVendor,
                import.Problems.First,
                seconds);
            surroundings.Out.WriteJsonLine(report, ClaimsJson.Default.ClaimsReport);
            return;
        }

        import.Problems.Tell(surroundings);
        surroundings.Out.WriteLine(
            $"added: {import.Added:N0}, already there: {import.AlreadyThere:N0}, too old: {import.TooOld:N0}, invalid: "
                + $"{import.Problems.Count:N0}");
        var speed = seconds > 0 ? import.Rows / seconds : 0;
        surroundings.Out.WriteLine($"{Counted.Of(import.Rows, "row")} in {seconds:N1} s: {speed:N0} rows/s");
    }

    private async Task<IClaimsTarget> OpenAsync(ClaimsRequest request, CancellationToken cancellation)
    {
        if (request.Url is { } url)
        {
            return new RemoteClaims(AdminApi.Open(surroundings, url, request.Key, request.Folder), request.Campaign);
        }

        var campaign = FindCampaign(request);
        return new StoredClaims(
            await InstallationFolder.OpenAsync(
                request.Folder, surroundings.Time, surroundings.Variable, cancellation), campaign, surroundings.Time);
    }

    private Campaign FindCampaign(ClaimsRequest request)
    {
        using var silent = LoggerFactory.Create(_ => { });
        var loaded = new CampaignFolder(
            request.Campaigns, silent.CreateLogger<CampaignFolder>(), permissions: surroundings.ReadPermissions()).Reload();
        var campaign = loaded.Campaigns.GetValueOrDefault(request.Campaign);
        return campaign is { Duplicates.Count: > 0 } ? campaign : throw new RefusedException(
            campaign is not null ? $"the campaign '{request.Campaign}' recognizes no duplicates; give it a section \"duplicates\" first"
            : loaded.Mistakes.Count > 0 ? string.Join(' ', loaded.Mistakes.Select(static mistake => mistake.ToString()))
            : $"there is no campaign '{request.Campaign}' in {request.Campaigns}; name its folder with --campaigns");
    }
}
