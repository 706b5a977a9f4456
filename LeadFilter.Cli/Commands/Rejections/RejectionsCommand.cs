using System.CommandLine;
using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Cli.Invocation;

namespace LeadFilter.Cli.Commands.Rejections;

/// <summary><c>leadfilter rejections</c>: lists the leads that a filter rejected, newest first.</summary>
internal sealed class RejectionsCommand
{
    private readonly Surroundings surroundings;

    private RejectionsCommand(Surroundings surroundings) => this.surroundings = surroundings;

    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var command = new ExampledCommand(
            "rejections",
            "Lists the leads that a running filter rejected and why, newest first. Times are UTC.",
            "leadfilter rejections",
            "leadfilter rejections --vendor acme --reason duplicate --from 24h",
            "leadfilter rejections --from 2026-11-01 --to 2026-12-01 --all --json > november.ndjson");
        RejectionsOptions.AddTo(command, surroundings.Time, new RejectionsCommand(surroundings).RunAsync);
        return command;
    }

    private async Task<int> RunAsync(RejectionsRequest request, CancellationToken cancellation)
    {
        using var filter = AdminApi.Open(surroundings, request.Url, request.Key, request.Folder);
        var log = new RejectionLog(filter);
        var listed = 0;
        string? after = null;
        do
        {
            var wanted = request.All ? request.Limit : request.Limit - listed;
            var reading = await log.ReadAsync(request.Query, wanted, after, cancellation);
            if (reading.Page is not { } page)
            {
                return surroundings.Fail(reading.ExitCode, reading.Problem);
            }

            if (page.Next is not null && page.Next == after)
            {
                return surroundings.Fail(ExitCode.Unreachable, "the filter gives the same page again and again");
            }

            Write(page, request.Json);
            listed += page.Rejections.Count;
            after = page.Next;
        }
        while (after is not null && (request.All || listed < request.Limit));

        if (after is not null)
        {
            surroundings.Err.WriteLine("There are more: --all lists them, --to TIME begins further back.");
        }
        else if (listed is 0)
        {
            surroundings.Err.WriteLine("No rejections.");
        }

        return ExitCode.Done;
    }

    private void Write(RejectionPage page, bool json)
    {
        if (json)
        {
            foreach (var one in page.Rejections)
            {
                surroundings.Out.WriteJsonLine(one, RejectionJson.Default.JsonElement);
            }
        }
        else if (page.Rejections.Count > 0)
        {
            RejectionsTable.Write(surroundings.Output, [.. page.Rejections.Select(RejectionLog.Read).OfType<Rejection>()]);
        }
    }
}
