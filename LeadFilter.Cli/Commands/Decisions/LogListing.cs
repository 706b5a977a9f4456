using LeadFilter.Cli.Commands.Admin;
using LeadFilter.Cli.Invocation;

namespace LeadFilter.Cli.Commands.Decisions;

/// <summary>Lists entries of a filter's log, newest first.</summary>
/// <param name="surroundings">What it may use.</param>
/// <param name="view">The list.</param>
internal sealed class LogListing(Surroundings surroundings, LogView view)
{
    /// <summary>Lists them.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What to tell the shell.</returns>
    public async Task<int> RunAsync(LogRequest request, CancellationToken cancellation)
    {
        using var filter = AdminApi.Open(surroundings, request.Url, request.Key, request.Folder);
        var log = new LogReader(filter, view);
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

            Write(page, request, isFirst: listed == 0);
            listed += page.Entries.Count;
            after = page.Next;
        }
        while (after is not null && (request.All || listed < request.Limit));

        if (after is not null)
        {
            surroundings.Err.WriteLine("There are more: --all lists them, --to TIME begins further back.");
        }
        else if (listed is 0)
        {
            surroundings.Err.WriteLine($"No {view.Name}.");
        }

        return ExitCode.Done;
    }

    private void Write(LogPage page, LogRequest request, bool isFirst)
    {
        if (request.Csv)
        {
            LogCsv.Write(surroundings.Out, page.Entries, isFirst);
        }
        else if (request.Json)
        {
            foreach (var one in page.Entries)
            {
                surroundings.Out.WriteJsonLine(one, LogJson.Default.JsonElement);
            }
        }
        else if (page.Entries.Count > 0)
        {
            view.WriteTable(surroundings.Output, page.Entries);
        }
    }
}
