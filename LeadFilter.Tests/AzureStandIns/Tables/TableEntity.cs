using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Azure.Data.Tables;

/// <summary>Keeps everything in one dictionary, the keys, time stamp and ETag too, as the real one does.</summary>
public sealed class TableEntity : IDictionary<string, object>, ITableEntity
{
    private const string ETagKey = "odata.etag";

    private readonly Dictionary<string, object> values = new(StringComparer.Ordinal);

    public TableEntity()
    {
    }

    public TableEntity(string partitionKey, string rowKey)
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey));
        set => values[nameof(PartitionKey)] = value;
    }

    public string RowKey
    {
        get => GetString(nameof(RowKey));
        set => values[nameof(RowKey)] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => values.GetValueOrDefault(nameof(Timestamp)) as DateTimeOffset?;
        set => values[nameof(Timestamp)] = value!;
    }

    public ETag ETag
    {
        get => new(GetString(ETagKey));
        set => values[ETagKey] = value.ToString();
    }

    public ICollection<string> Keys => values.Keys;

    public int Count => values.Count;

    ICollection<object> IDictionary<string, object>.Values => values.Values;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    public object this[string key]
    {
        get => values.GetValueOrDefault(key)!;
        set => values[key] = value;
    }

    public string GetString(string key) => (string)values.GetValueOrDefault(key)!;

    public void Add(string key, object value) => values.Add(key, value);

    public bool ContainsKey(string key) => values.ContainsKey(key);

    public bool Remove(string key) => values.Remove(key);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out object value) => values.TryGetValue(key, out value);

    public void Clear() => values.Clear();

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => values.Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) => values.Contains(item);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object>>)values).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) => values.Remove(item.Key);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => values.GetEnumerator();
}
