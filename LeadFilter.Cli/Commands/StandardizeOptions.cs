using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using LeadFilter.Cli.Standardizing.Columns;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Fields.Phones;

namespace LeadFilter.Cli.Commands;

/// <summary>What stands behind <c>leadfilter standardize</c>.</summary>
internal sealed class StandardizeOptions
{
    private readonly Option<FieldType?> type = new("--type")
    {
        Description = $"Values of this type, one per line of the standard input: {TypeNames}",
        HelpName = "TYPE",
        CustomParser = result =>
        {
            if (FieldTypes.TryFind(result.Tokens[0].Value, out var found))
            {
                return found;
            }

            result.AddError($"--type: there is no type '{result.Tokens[0].Value}'; the types are {TypeNames}");
            return null;
        },
    };

    private readonly Option<DateTimeOffset?> at = SharedOptions.At("With --type: the time from which ages are computed; by default now");

    private readonly Option<string> region = new("--region")
    {
        Description = "The country (two letters) whose telephone numbers may come without a country code",
        HelpName = "COUNTRY",
        DefaultValueFactory = _ => Locale.Default.Region,
        CustomParser = result =>
        {
            var given = result.Tokens[0].Value;
            if (!PhoneType.IsRegion(given))
            {
                result.AddError($"--region: there is no region '{given}'; give a country's two letters (ISO 3166-1), such as US or GB");
            }

            return given;
        },
    };

    // Without a default value: the help would show the name in the code.
    private readonly Option<DateOrder?> dates = new("--dates")
    {
        Description = "What 3/4/2026 means: March 4 (us, the default) or 3 April (eu)",
        HelpName = string.Join('|', Locale.DateOrders.Keys),
        CustomParser = result =>
        {
            if (!Locale.DateOrders.TryGetValue(result.Tokens[0].Value, out var order))
            {
                result.AddError($"--dates: give {string.Join(" or ", Locale.DateOrders.Keys)}");
            }

            return order;
        },
    };

    private readonly Option<string?> input = new("--in")
    {
        Description = "A file: CSV with a header (.csv) or NDJSON (.ndjson, .jsonl)",
        HelpName = "FILE",
    };

    private readonly Option<string?> output = new("--out") { Description = "The file to write, in the same format", HelpName = "FILE" };

    private readonly Option<ColumnMapping[]> mappings = new("--map")
    {
        Description = "The field that a column holds; may be given several times. COLUMN= leaves the column unchanged",
        HelpName = "COLUMN=FIELD",
        AllowMultipleArgumentsPerToken = false,
        CustomParser = result =>
        {
            var given = result.Tokens.Select(token => ColumnMapping.Parse(token.Value)).ToArray();
            if (given.Contains(null))
            {
                result.AddError("--map: give COLUMN=FIELD with a standard field, such as \"Phone Number=phone_1\"");
            }

            return [.. given.OfType<ColumnMapping>()];
        },
    };

    private readonly Option<bool> force = new("--force") { Description = "Replace the file to write if it already exists" };
    private readonly Option<bool> keepFormulas = new("--keep-formulas")
    {
        Description = "In CSV, keep cells that a spreadsheet would run as a formula; by default they get an apostrophe",
    };

    private readonly Option<bool> json = SharedOptions.Json("Write the counts of fixed and invalid values as one JSON document");

    private StandardizeOptions()
    {
        type.CompletionSources.Add(_ => FieldTypes.All.Select(one => new CompletionItem(one.Name)));
        dates.CompletionSources.Add(_ => Locale.DateOrders.Keys.Select(word => new CompletionItem(word)));
    }

    private static string TypeNames => string.Join(", ", FieldTypes.All.Select(one => one.Name));

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="run">Runs it.</param>
    public static void AddTo(Command command, Func<StandardizeRequest, CancellationToken, Task<int>> run)
    {
        var options = new StandardizeOptions();
        foreach (var option in (Option[])
            [
                options.type,
                options.region,
                options.dates,
                options.at,
                options.input,
                options.output,
                options.mappings,
                options.force,
                options.keepFormulas,
                options.json,
            ])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(options.Check);
        command.SetAction((parsed, cancellation) => run(options.Read(parsed), cancellation));
    }

    private static bool IsGiven(SymbolResult result, Option option) => result.GetResult(option) is { Implicit: false };

    // Every option belongs to values or to a file; one that would have no effect is refused.
    private void Check(CommandResult result)
    {
        var values = IsGiven(result, type);
        if (values == IsGiven(result, input))
        {
            result.AddError("give either --type TYPE, for values from the standard input, or --in FILE --out FILE");
            return;
        }

        foreach (var option in values ? (Option[])[output, mappings, force, keepFormulas, json] : [at])
        {
            if (IsGiven(result, option))
            {
                result.AddError($"{option.Name} has no effect with {(values ? "--type" : "--in")}");
            }
        }

        if (!values && !IsGiven(result, output))
        {
            result.AddError("--in needs --out FILE");
        }
    }

    private StandardizeRequest Read(ParseResult parsed) => new()
    {
        Type = parsed.GetValue(type),
        Locale = new() { Region = parsed.GetValue(region)!, Dates = parsed.GetValue(dates) ?? Locale.Default.Dates },
        At = parsed.GetValue(at),
        In = parsed.GetValue(input),
        Out = parsed.GetValue(output),
        Mappings = parsed.GetValue(mappings) ?? [],
        Force = parsed.GetValue(force),
        KeepFormulas = parsed.GetValue(keepFormulas),
        Json = parsed.GetValue(json),
    };
}
