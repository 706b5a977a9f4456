using System.Diagnostics.CodeAnalysis;

namespace LeadFilter.Pipeline.Ports;

/// <summary>
/// A row of a table: two keys of 1 to 512 characters, an ETag, and at most 250 named properties, each a
/// <see cref="string"/>, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/> or <see cref="DateTimeOffset"/>.
/// Keys may hold any character; an adapter encodes those that its store forbids.
/// </summary>
/// <param name="partitionKey">The partition key.</param>
/// <param name="rowKey">The row key.</param>
public sealed class Row(string partitionKey, string rowKey)
{
    private readonly List<KeyValuePair<string, object>> properties = new(8);

    /// <summary>The partition key.</summary>
    public string PartitionKey { get; } = partitionKey;

    /// <summary>The row key.</summary>
    public string RowKey { get; } = rowKey;

    /// <summary>The version under which the row was read or written; null for a row that was never stored.</summary>
    public string? ETag { get; set; }

    /// <summary>The properties in the order in which they were set.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Properties => properties;

    /// <summary>Sets a property; null removes it.</summary>
    /// <param name="name">Its name: letters and digits, beginning with a letter.</param>
    /// <param name="value">A string, bool, long, double or DateTimeOffset.</param>
    /// <returns>This row.</returns>
    /// <exception cref="ArgumentException">The value's type is none of these.</exception>
    public Row Set(string name, object? value)
    {
        if (value is not (null or string or bool or long or double or DateTimeOffset))
        {
            throw new ArgumentException($"A row holds no {value.GetType().Name}.", nameof(value));
        }

        var at = PlaceOf(name);
        if (at >= 0)
        {
            properties.RemoveAt(at);
        }

        if (value is not null)
        {
            properties.Insert(at >= 0 ? at : properties.Count, new(name, value));
        }

        return this;
    }

    /// <summary>Finds a property.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="value">The value.</param>
    /// <returns>False if the row has no such property, or one of another type.</returns>
    public bool TryGet<T>(string name, [MaybeNullWhen(false)] out T value)
    {
        foreach (var property in properties)
        {
            if (property.Key == name && property.Value is T found)
            {
                value = found;
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>From when on the row counts for nothing and may be deleted; null if it has no such moment.</summary>
    public DateTimeOffset? ExpiresAt => TryGet<DateTimeOffset>(nameof(ExpiresAt), out var at) ? at : null;

    /// <summary>Sets <see cref="ExpiresAt"/>.</summary>
    /// <param name="at">The moment.</param>
    /// <returns>This row.</returns>
    public Row Expire(DateTimeOffset at) => Set(nameof(ExpiresAt), at);

    /// <summary>A text property; null if the row has none.</summary>
    /// <param name="name">Its name.</param>
    public string? Text(string name) => TryGet<string>(name, out var value) ? value : null;

    // A loop: a predicate would be a new object for each property that is set.
    private int PlaceOf(string name)
    {
        for (var at = 0; at < properties.Count; at++)
        {
            if (properties[at].Key == name)
            {
                return at;
            }
        }

        return -1;
    }
}
