using System.CommandLine;
using LeadFilter.Cli.Invocation;
using LeadFilter.Cli.Sending;

namespace LeadFilter.Cli.Commands;

/// <summary><c>leadfilter send</c>: posts the leads of a file to a filter, as their vendors would.</summary>
internal sealed class SendCommand
{
    /// <summary>How many broken lines are named before giving up on a file.</summary>
    private const int MaxProblems = 10;

    private readonly Surroundings surroundings;

    private SendCommand(Surroundings surroundings) => this.surroundings = surroundings;

    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var command = new ExampledCommand(
            "send",
            "Posts the leads of a file to a running filter and shows the results.",
            "leadfilter send samples/leads.ndjson --check",
            "leadfilter send leads.csv --vendor acme --key acme=KEY --url https://filter.example.com",
            "zcat leads.ndjson.gz | leadfilter send - --json");
        SendOptions.AddTo(command, new SendCommand(surroundings).RunAsync);
        return command;
    }

    private async Task<int> RunAsync(SendRequest request, CancellationToken cancellation)
    {
        if (!LeadFile.TryFind(request.File, surroundings.OpenInput, out var file, out var problem))
        {
            return surroundings.Fail(ExitCode.WrongInput, problem);
        }

        var reader = new LeadLineReader(request.DefaultVendor);
        var keys = new VendorKeys(request.Keys, surroundings.Variable, request.Url);
        long? total = null;
        if (file.Repeatable)
        {
            var (leads, problems) = await ReadThroughAsync(file.ReadAsync(reader, cancellation), keys, request.Check);
            surroundings.Remark(request.File, file.Note);
            foreach (var one in problems)
            {
                surroundings.Fail(ExitCode.WrongInput, $"{request.File}: {one}");
            }

            if (problems.Count > 0)
            {
                return surroundings.Fail(ExitCode.WrongInput, "nothing was sent");
            }

            total = leads;
        }

        using var http = surroundings.Connect(request.Url);
        var tally = new SendTally(request.Check);
        var run = new SendRun
        {
            Client = new FilterClient(http, surroundings.Time),
            Url = request.Url,
            Campaign = request.Campaign,
            Keys = keys,
            Concurrency = request.Concurrency,
            Tally = tally,
            Program = surroundings.Program,
            Time = surroundings.Time,
        };
        var report = await SendProgress.ShowAsync(
            surroundings.Error, tally, total, () => run.RunAsync(file.ReadAsync(reader, cancellation), cancellation), surroundings.Time);
        return Conclude(request, report);
    }

    /// <summary>Reads the whole file before anything is sent, so that a broken line at its end does not leave half of it sent.</summary>
    private static async Task<(long Leads, IReadOnlyList<string> Problems)> ReadThroughAsync(
        IAsyncEnumerable<LineReading> lines,
        VendorKeys keys,
        bool check)
    {
        var problems = new List<string>();
        var keyless = new HashSet<string>();
        long leads = 0;
        long expecting = 0;
        await foreach (var line in lines)
        {
            leads++;
            expecting += line.Lead?.Expect is null ? 0 : 1;
            if (line.Message is { } problem)
            {
                problems.Add(problem);
            }
            else if (line.Lead is { } lead && keys.Find(lead.Vendor) is null && keyless.Add(lead.Vendor.ToString()))
            {
                problems.Add($"line {lead.Number}: {VendorKeys.Missing(lead.Vendor)}");
            }

            if (problems.Count == MaxProblems)
            {
                break;
            }
        }

        if (check && expecting is 0 && problems.Count is 0)
        {
            problems.Add("--check has nothing to compare: no line says _expect");
        }

        return (leads, problems);
    }

    private int Conclude(SendRequest request, SendReport report)
    {
        if (request.Json)
        {
            surroundings.Out.WriteJsonLine(report, SendJson.Default.SendReport);
        }
        else
        {
            SendReportTable.Write(surroundings, report);
        }

        return report switch
        {
            { Stopped.Cause: SendStopCause.Interrupted } => ExitCode.Interrupted,
            { Stopped: { Cause: SendStopCause.Unreachable, Message: var gone } } => surroundings.Fail(ExitCode.Unreachable, gone),
            { Stopped: { Message: var broken } } =>
                surroundings.Fail(ExitCode.WrongInput, $"{broken}; leads sent before it: {report.Leads:N0}"),
            { Check.Compared: 0 } => surroundings.Fail(ExitCode.WrongInput, "--check had nothing to compare: no line says _expect"),
            { Check.Differing: > 0 } or { AllDecided: false } => ExitCode.No,
            _ => ExitCode.Done,
        };
    }
}
