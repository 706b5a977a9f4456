using LeadFilter.Cli.Files;
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

    /// <summary>The values of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="problem">Why there is none; null if there is one.</param>
    public IReadOnlyList<(SuppressionKind Kind, string Value)> Read(FileRow row, out string? problem)
    {
        var values = new List<(SuppressionKind, string)>();
        string? street = null, flat = null, code = null;
        foreach (var (name, text) in row.Cells)
        {
            if (name.Length == 0)
            {
                values.Add((kind ?? KindOf(text), text));
            }
            else if (column is not null)
            {
                if (name.Trim().Equals(column, StringComparison.OrdinalIgnoreCase))
                {
                    values.Add((kind!.Value, text));
                }
            }
            else if (KnownColumns.Find(name) is { } field)
            {
                (street, flat, code) = field.Name switch
                {
                    "address_1" => (text, flat, code),
                    "address_2" => (street, text, code),
                    "postal_code" => (street, flat, text),
                    _ => (street, flat, code),
                };
                if (field.Type is EmailType or PhoneType)
                {
                    values.Add((field.Type is EmailType ? SuppressionKind.Email : SuppressionKind.Phone, text));
                }
                else if (DomainColumns.Contains(field.Name))
                {
                    values.Add((SuppressionKind.Domain, text));
                }
            }
            else if (DomainColumns.Contains(name.Trim().ToLowerInvariant()))
            {
                values.Add((SuppressionKind.Domain, text));
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

    /// <summary>What a value that stands alone looks like.</summary>
    /// <param name="value">The value.</param>
    public static SuppressionKind KindOf(string value) =>
        value.Contains(',', StringComparison.Ordinal) ? SuppressionKind.Address
        : value.Contains('@', StringComparison.Ordinal) ? SuppressionKind.Email
        : value.Any(char.IsLetter) ? SuppressionKind.Domain
        : SuppressionKind.Phone;
}
