using System.Collections.Frozen;
using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite.Connections;
using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Tables;

/// <summary>The tables of a data folder.</summary>
/// <param name="writer">Makes changes.</param>
/// <param name="readers">Read.</param>
/// <param name="names">The tables' names.</param>
internal sealed class SqliteTables(Writer writer, ReadConnections readers, IReadOnlyList<string> names) : ITables
{
    private readonly FrozenDictionary<string, SqliteTable> tables =
        names.ToFrozenDictionary(name => name, name => new SqliteTable(name, writer, readers));

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public ITable this[string name] => Find(name);

    /// <summary>A table by its name, as what it is.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public SqliteTable Find(string name) =>
        tables.TryGetValue(name, out var table) ? table : throw new ArgumentException($"There is no table {name}.", nameof(name));
}
