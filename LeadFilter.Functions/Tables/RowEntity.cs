using System.Globalization;
using System.Text;
using Azure.Data.Tables;
using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Functions.Tables;

/// <summary>
/// Rows as entities of Table Storage. What does not fit a property of its own type is stored under the property's name, an
/// underscore, which no row's property has, and a suffix:
/// <list type="bullet">
/// <item>a text of more than <see cref="MaxTextLength"/> characters goes on in <c>Name_1</c>, <c>Name_2</c> and so on, for a
/// property holds 64 KiB of UTF-16;</item>
/// <item>a time before 1601, where Table Storage's times begin, is a text in <c>Name_time</c>;</item>
/// <item>NaN, the infinities and -0, which do not survive JSON numbers, are texts in <c>Name_double</c>.</item>
/// </list>
/// Times are stored in UTC: the instant comes back to the tick (100 ns), the offset does not. In texts a lone surrogate,
/// which UTF-8 cannot express, is stored as U+FFFD.
/// </summary>
internal static class RowEntity
{
    /// <summary>The most characters of a text in one property.</summary>
    public const int MaxTextLength = 32_000;

    private const char Mark = '_';
    private const string TimeSuffix = "_time";
    private const string DoubleSuffix = "_double";

    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a row.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="ArgumentException">A key does not fit, see <see cref="TableKey.Encode"/>.</exception>
    public static TableEntity Write(Row row)
    {
        var entity = new TableEntity(TableKey.Encode(row.PartitionKey), TableKey.Encode(row.RowKey));
        foreach (var (name, value) in row.Properties)
        {
            switch (value)
            {
                case string text:
                    AddText(entity, name, text);
                    break;
                case double number when !double.IsFinite(number) || (number == 0 && double.IsNegative(number)):
                    entity.Add(name + DoubleSuffix, number.ToString(CultureInfo.InvariantCulture));
                    break;
                case DateTimeOffset time when time < Earliest:
                    entity.Add(name + TimeSuffix, time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
                    break;
                case DateTimeOffset time:
                    entity.Add(name, time.ToUniversalTime());
                    break;
                default:
                    entity.Add(name, value);
                    break;
            }
        }

        return entity;
    }

    /// <summary>Reads a row with its ETag.</summary>
    /// <param name="entity">The entity.</param>
    public static Row Read(TableEntity entity)
    {
        var row = new Row(TableKey.Decode(entity.PartitionKey), TableKey.Decode(entity.RowKey)) { ETag = entity.ETag.ToString("H") };
        foreach (var key in entity.Keys)
        {
            if (!IsOfTheStore(key))
            {
                ReadProperty(entity, key, row);
            }
        }

        return row;
    }

    private static bool IsOfTheStore(string key) =>
        key is nameof(TableEntity.PartitionKey) or nameof(TableEntity.RowKey) or nameof(TableEntity.Timestamp)
        || key.Contains('.', StringComparison.Ordinal);

    private static void ReadProperty(TableEntity entity, string key, Row row)
    {
        var mark = key.IndexOf(Mark, StringComparison.Ordinal);
        if (mark < 0)
        {
            row.Set(key, ReadValue(entity, key));
        }
        else if (entity[key] is string text && key.EndsWith(TimeSuffix, StringComparison.Ordinal))
        {
            row.Set(key[..mark], DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture));
        }
        else if (entity[key] is string digits && key.EndsWith(DoubleSuffix, StringComparison.Ordinal))
        {
            row.Set(key[..mark], double.Parse(digits, CultureInfo.InvariantCulture));
        }
    }

    private static object? ReadValue(TableEntity entity, string key) => entity[key] switch
    {
        string text => ReadText(entity, key, text),
        DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),

        // Rows hold no int: where one comes back, a double without a fraction was written.
        int whole => (double)whole,
        var value => value,
    };

    private static void AddText(TableEntity entity, string name, string text)
    {
        text = WellFormed(text);
        for (int start = 0, part = 0; part == 0 || start < text.Length; part++)
        {
            var length = Math.Min(MaxTextLength, text.Length - start);
            if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1]))
            {
                length--;
            }

            entity.Add(part == 0 ? name : PartName(name, part), text.Substring(start, length));
            start += length;
        }
    }

    private static string ReadText(TableEntity entity, string key, string first)
    {
        if (!entity.ContainsKey(PartName(key, 1)))
        {
            return first;
        }

        var text = new StringBuilder(first);
        for (var part = 1; entity.TryGetValue(PartName(key, part), out var next) && next is string more; part++)
        {
            text.Append(more);
        }

        return text.ToString();
    }

    private static string PartName(string name, int part) => string.Create(CultureInfo.InvariantCulture, $"{name}{Mark}{part}");

    private static string WellFormed(string text) =>
        text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;
}
