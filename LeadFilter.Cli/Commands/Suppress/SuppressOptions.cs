using System.CommandLine;
using LeadFilter.Core.Suppression;
using LeadFilter.Pipeline.Suppression;

namespace LeadFilter.Cli.Commands.Suppress;

/// <summary>What stands behind <c>leadfilter suppress</c> and one of its verbs.</summary>
internal sealed class SuppressOptions
{
    private readonly Argument<string> file = new("FILE")
    {
        Description = "CSV with a header (.csv), NDJSON (.ndjson, .jsonl), or one value per line (any other name; - for the standard "
            + "input)",
    };

    private readonly Argument<string[]> values = new("VALUE")
    {
        Description = "Values; without any, they are read from the standard input, one per line, which keeps them out of the shell's "
            + "history",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<SuppressionListId> list = new("--list")
    {
        Description = "The list, such as customers, unsubscribed, litigators, competitors",
        HelpName = "NAME",
        Required = true,
        CustomParser = result =>
        {
            if (!SuppressionListId.TryParse(result.Tokens[0].Value, out var id))
            {
                result.AddError($"--list: a name is {SuppressionListId.Form}");
            }

            return id;
        },
    };

    private readonly Option<string?> by = new("--by")
    {
        Description = "The kind of the values; by default recognized by the columns' names or by the values themselves",
        HelpName = "KIND",
    };

    private readonly Option<string?> column = new("--column")
    {
        Description = "The column (in NDJSON, the key) with the values; requires --by",
        HelpName = "NAME",
    };
    private readonly Option<string?> hashed = new("--hashed")
    {
        Description = "The values are hashes of the canonical texts, in hex; requires --by or columns with known names",
        HelpName = "HASH",
    };
    private readonly Option<DateTimeOffset?> expires;
    private readonly Option<long> fromLine = new("--from-line")
    {
        Description = "Start at this line of the file",
        HelpName = "N",
        DefaultValueFactory = _ => 1,
    };
    private readonly Option<Uri?> url = SharedOptions.OtherFilter();
    private readonly Option<string?> key = SharedOptions.AdminKey();
    private readonly Option<string> folder = SharedOptions.Folder();
    private readonly Option<bool> json = SharedOptions.Json("Write one JSON document");

    private SuppressOptions(TimeProvider clock)
    {
        by.AcceptOnlyFromAmong([.. SuppressionKindName.All]);
        hashed.AcceptOnlyFromAmong([.. SuppressionFormName.Hashes]);
        expires = new("--expires")
        {
            Description = $"How long they count: {SuppressionEnd.Form}; by default forever",
            HelpName = "WHEN",
            CustomParser = result =>
            {
                if (!SuppressionEnd.TryParse(result.Tokens[0].Value, clock.GetUtcNow(), out var end))
                {
                    result.AddError($"--expires: give {SuppressionEnd.Form}");
                }

                return end;
            },
        };
        fromLine.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(long.TryParse(token.Value, out var line) && line >= 1))
            {
                result.AddError("--from-line: give a number from 1");
            }
        });
    }

    /// <summary>Adds the options of importing.</summary>
    /// <param name="command">The command.</param>
    /// <param name="clock">The time from which days count.</param>
    /// <param name="run">Runs it.</param>
    public static void AddImporting(Command command, TimeProvider clock, Func<SuppressRequest, CancellationToken, Task<int>> run)
    {
        var options = new SuppressOptions(clock);
        command.Arguments.Add(options.file);
        command.Validators.Add(result =>
        {
            if (result.GetValue(options.column) is not null && result.GetValue(options.by) is null)
            {
                result.AddError("--column needs --by, which says what the column holds");
            }
        });
        options.AddTo(command, run, options.list, options.by, options.column, options.hashed, options.expires, options.fromLine);
    }

    /// <summary>Adds the options of adding or removing single values.</summary>
    /// <param name="command">The command.</param>
    /// <param name="clock">The time from which days count.</param>
    /// <param name="adds">Whether it adds.</param>
    /// <param name="run">Runs it.</param>
    public static void AddChanging(Command command, TimeProvider clock, bool adds, Func<SuppressRequest, CancellationToken, Task<int>> run)
    {
        var options = new SuppressOptions(clock);
        command.Arguments.Add(options.values);
        command.Validators.Add(result =>
        {
            if (result.GetValue(options.hashed) is not null && result.GetValue(options.by) is null)
            {
                result.AddError("--hashed needs --by: a hash does not show what it is of");
            }
        });
        options.AddTo(
            command, run, adds ? [options.list, options.by, options.hashed, options.expires] : [options.list, options.by, options.hashed]);
    }

    /// <summary>Adds the options of counting.</summary>
    /// <param name="command">The command.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="one">Whether one list is meant.</param>
    /// <param name="run">Runs it.</param>
    public static void AddCounting(Command command, TimeProvider clock, bool one, Func<SuppressRequest, CancellationToken, Task<int>> run)
    {
        var options = new SuppressOptions(clock);
        options.AddTo(command, run, one ? [options.list] : []);
    }

    private void AddTo(Command command, Func<SuppressRequest, CancellationToken, Task<int>> run, params Option[] own)
    {
        foreach (var option in (Option[])[.. own, folder, url, key, json])
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellation) => run(Read(parsed, command), cancellation));
    }

    private SuppressRequest Read(ParseResult parsed, Command command)
    {
        T? Of<T>(Option<T> option) => command.Options.Contains(option) ? parsed.GetValue(option) : default;
        return new()
        {
            Url = parsed.GetValue(url),
            Key = parsed.GetValue(key),
            Folder = parsed.GetRequiredValue(folder),
            Json = parsed.GetValue(json),
            List = Of(list),
            File = command.Arguments.Contains(file) ? parsed.GetRequiredValue(file) : "",
            Values = command.Arguments.Contains(values) ? parsed.GetValue(values) ?? [] : [],
            Kind = SuppressionKindName.TryParse(Of(by), out var kind) ? kind : null,
            Column = Of(column)?.Trim(),
            Form = SuppressionFormName.TryParse(Of(hashed), out var form) ? form : SuppressionForm.Plain,
            Expires = Of(expires),
            FromLine = command.Options.Contains(fromLine) ? parsed.GetValue(fromLine) : 1,
        };
    }
}
