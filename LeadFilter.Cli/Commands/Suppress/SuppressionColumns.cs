using LeadFilter.Http.Rows;
using LeadFilter.Core.Fields.Emails;
using LeadFilter.Core.Fields.Phones;
using LeadFilter.Core.Suppression;

namespace LeadFilter.Cli.Commands.Suppress;

/// <summary>Tells which cells of a row are values for a list: by what the command line says, else by the columns' names.</summary>
/// <param name="kind">The only kind that is wanted; null for all that the columns hold.</param>
/// <param name="column">The only column that is wanted; null for all that tell what they hold.</param>
internal sealed class SuppressionColumns(SuppressionKind? kind, string? column)
{
    private const int MaxValueLength = 500;

    private static readonly string[] DomainColumns = ["domain", "website", "web_site", "url"];
    private static readonly string[] AreaCodeColumns = ["area_code", "areacode", "area", "npa"];
    private static readonly char[] BetweenWords = [' ', '\t', '\u00A0', '-', '_', '.', '(', ')'];

    // Address books have several of each: "E-mail 2 - Value", "Business Phone 2", "E-mail 3 Address".
    private static readonly string[] WordsOfPhones =
    [
        "phone", "telephone", "tel", "mobile", "cell", "cellphone",
        "home", "work", "business", "other", "primary", "main", "day", "evening",
    ];

    private static readonly string[] WordsOfEmails = ["email", "e", "mail", "home", "work", "business", "other", "primary"];
    private static readonly string[] WordsOfValues = ["value", "number", "address"];

    /// <summary>What is wrong with the names of all columns; null if one of them holds values.</summary>
    /// <param name="columns">The names.</param>
    public string? ProblemOf(IReadOnlyList<string> columns) =>
        column is not null
            ? columns.Any(IsWanted) ? null : $"the header has no column '{column}'"
            : columns.Any(IsKnown)
                ? null
                : "no column tells what it holds: the header must be the first row, or name the column with --by and --column";

    /// <summary>The values of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="problem">Why there is none; null if there is one.</param>
    public IReadOnlyList<(SuppressionKind Kind, string Value)> Read(FileRow row, out string? problem)
    {
        var values = new List<(SuppressionKind, string)>();
        var area = row.Cells.FirstOrDefault(static cell => AreaCodeColumns.Contains(Plain(cell.Key))).Value;
        string? street = null, flat = null, code = null;
        foreach (var (name, text) in row.Cells)
        {
            if (name.Length == 0)
            {
                var (own, value) = SuppressionValue.Of(text);
                SuppressionValue.AddTo(values, kind ?? own, value, area: null);
            }
            else if (column is not null)
            {
                if (IsWanted(name))
                {
                    SuppressionValue.AddTo(values, kind!.Value, text, area);
                }
            }
            else if (KindOf(name) is { } found)
            {
                SuppressionValue.AddTo(values, found, text, area);
            }
            else
            {
                (street, flat, code) = KnownColumns.Find(name)?.Name switch
                {
                    "address_1" => (text, flat, code),
                    "address_2" => (street, text, code),
                    "postal_code" => (street, flat, text),
                    _ => (street, flat, code),
                };
            }
        }

        if (street is not null && code is not null)
        {
            values.Add((SuppressionKind.Address, $"{street} {flat}, {code}"));
        }

        values.RemoveAll(one => kind is not null && one.Item1 != kind);
        problem = values.Count == 0 ? "no value: name the column with --by and --column"
            : values.Exists(static one => one.Item2.Length > MaxValueLength) ? $"a value of more than {MaxValueLength} characters"
            : null;
        return problem is null ? values : [];
    }

    private bool IsWanted(string name) => name.Trim().Equals(column, StringComparison.OrdinalIgnoreCase);

    private static bool IsKnown(string name) => KindOf(name) is not null || KnownColumns.Find(name)?.Name is "address_1";

    /// <summary>What a column holds by its name; null for parts of postal addresses, too.</summary>
    private static SuppressionKind? KindOf(string name)
    {
        var field = KnownColumns.Find(name);
        var words = Plain(name).Split('_', StringSplitOptions.RemoveEmptyEntries);
        return field?.Type is EmailType || IsOf(words, WordsOfEmails, "email", "mail") ? SuppressionKind.Email
            : field?.Type is PhoneType || IsOf(words, WordsOfPhones, "phone", "telephone", "tel", "mobile", "cell", "cellphone")
                ? SuppressionKind.Phone
            : DomainColumns.Contains(field?.Name ?? Plain(name)) ? SuppressionKind.Domain
            : null;
    }

    private static bool IsOf(string[] words, string[] allowed, params ReadOnlySpan<string> wanted)
    {
        var found = false;
        foreach (var word in words)
        {
            found |= wanted.Contains(word);
            if (!allowed.Contains(word) && !WordsOfValues.Contains(word) && !word.All(char.IsAsciiDigit))
            {
                return false;
            }
        }

        return found;
    }

    private static string Plain(string name) =>
        string.Join('_', name.ToLowerInvariant().Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries));
}
