using System.CommandLine;
using LeadFilter.Cli.Invocation;
using LeadFilter.Cli.Standardizing;
using LeadFilter.Core.Fields;

namespace LeadFilter.Cli.Commands;

/// <summary><c>leadfilter standardize</c>: reads values as the filter does, from the standard input or in a file.</summary>
internal sealed class StandardizeCommand
{
    private readonly Surroundings surroundings;

    private StandardizeCommand(Surroundings surroundings) => this.surroundings = surroundings;

    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it may use.</param>
    public static Command Create(Surroundings surroundings)
    {
        var command = new ExampledCommand(
            "standardize",
            "Reads values as the filter does: shows the result for each, or writes a file in which they are fixed.",
            "leadfilter standardize --in leads.csv --out clean.csv",
            "leadfilter standardize --in leads.csv --out clean.csv --map \"Best number=phone_1\" --json",
            "leadfilter standardize --in leads.csv --out clean.csv --region GB --dates eu",
            "echo '(415) 555-0132' | leadfilter standardize --type phone",
            "echo '31/12/1985' | leadfilter standardize --type dob --dates eu");
        StandardizeOptions.AddTo(command, new StandardizeCommand(surroundings).RunAsync);
        return command;
    }

    private Task<int> RunAsync(StandardizeRequest request, CancellationToken cancellation) => request switch
    {
        { Type: { } type } => AnswerValuesAsync(type.In(request.Locale), request.At, cancellation),
        { In: { } from, Out: { } to } => StandardizeFileAsync(request, from, to, cancellation),
        _ => throw new InvalidOperationException("Neither values nor a file."),
    };

    private async Task<int> AnswerValuesAsync(FieldType type, DateTimeOffset? at, CancellationToken cancellation)
    {
        await using var input = surroundings.OpenInput();
        var lines = new ValueLines(type, at ?? surroundings.Time.GetUtcNow());
        return await lines.AnswerAsync(input, surroundings.Out, cancellation) is { } problem
            ? surroundings.Fail(ExitCode.WrongInput, problem)
            : ExitCode.Done;
    }

    private async Task<int> StandardizeFileAsync(StandardizeRequest request, string from, string to, CancellationToken cancellation)
    {
        if (StandardizeFiles.Find(from, to, request.Force, out var unusable) is not { } files)
        {
            return surroundings.Fail(ExitCode.WrongInput, unusable!);
        }

        var started = surroundings.Time.GetTimestamp();
        StandardizeRun? ran = null;
        var problem = await files.RunAsync(new(request.Mappings, request.Locale), request.KeepFormulas, (run, bytes) =>
        {
            ran = run;
            return StandardizeProgress.ShowAsync(surroundings.Error, run, bytes, surroundings.Time, cancellation);
        });
        if (problem is not null)
        {
            return surroundings.Fail(ExitCode.WrongInput, problem);
        }

        surroundings.Remark(from, ran!.Note);
        foreach (var uneven in ran.LeftAlone)
        {
            surroundings.Remark(from, $"{uneven}; left as it is");
        }

        if (ran.Uneven > ran.LeftAlone.Count)
        {
            surroundings.Remark(from, $"… and {ran.Uneven - ran.LeftAlone.Count:N0} more rows");
        }

        var seconds = surroundings.Time.GetElapsedTime(started).TotalSeconds;
        Conclude(request.Json, new()
        {
            Rows = ran.Rows,
            Seconds = seconds,
            RowsPerSecond = seconds > 0 ? ran.Rows / seconds : 0,
            Guarded = ran.Guarded,
            Uneven = ran.Uneven,
            Columns = ran.Columns,
        });
        return ExitCode.Done;
    }

    private void Conclude(bool json, StandardizeReport report)
    {
        if (json)
        {
            surroundings.Out.WriteJsonLine(report, StandardizeJson.Default.StandardizeReport);
        }
        else
        {
            StandardizeReportTable.Write(surroundings, report);
        }
    }
}
