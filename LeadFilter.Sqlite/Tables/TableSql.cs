namespace LeadFilter.Sqlite.Tables;

/// <summary>
/// The statements of one table. Keys are compared as UTF-8 bytes (SQLite's BINARY): this is the ordinal order of .NET
/// strings but for characters beyond U+FFFF, which .NET sorts before U+E000 and UTF-8 after U+FFFF.
/// </summary>
/// <param name="table">The table's name: letters and digits.</param>
internal sealed class TableSql(string table)
{
    /// <summary>
    /// Makes the table. Rows lie in the order in which they came, some to a page, and only their keys in a tree in key order:
    /// keys of hashes go all over the place, and a tree that held the rows, too, would write two or three pages for each.
    /// Files of before 2026-11-26 have such trees (<c>WITHOUT ROWID</c>) and work with the same statements.
    /// </summary>
    public string Create { get; } =
        $"""
        CREATE TABLE IF NOT EXISTS {table} (
          number INTEGER PRIMARY KEY,
          partition TEXT NOT NULL,
          row TEXT NOT NULL,
          version INTEGER NOT NULL,
          properties TEXT NOT NULL,
          UNIQUE (partition, row)
        ) STRICT
        """;

    /// <summary>Parameters: partition, row, version, properties.</summary>
    public string Insert { get; } =
        $"INSERT INTO {table} (partition, row, version, properties) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING";

    /// <summary>Parameters: partition, row, version, properties, the version under which it was read.</summary>
    public string Replace { get; } =
        $"UPDATE {table} SET version = ?3, properties = ?4 WHERE partition = ?1 AND row = ?2 AND version = ?5";

    /// <summary>Parameters: partition, row, the version under which it was read.</summary>
    public string Delete { get; } = $"DELETE FROM {table} WHERE partition = ?1 AND row = ?2 AND version = ?3";

    /// <summary>Parameters: partition, row. Columns: version, properties.</summary>
    public string Find { get; } = $"SELECT version, properties FROM {table} WHERE partition = ?1 AND row = ?2";

    /// <summary>Parameters: partition, first row, number of rows. Columns: version, properties, row.</summary>
    public string From { get; } =
        $"SELECT version, properties, row FROM {table} WHERE partition = ?1 AND row >= ?2 ORDER BY row LIMIT ?3";

    /// <summary>Parameters: partition, first row, number of rows, end row. Columns: version, properties, row.</summary>
    public string Between { get; } =
        $"SELECT version, properties, row FROM {table} WHERE partition = ?1 AND row >= ?2 AND row < ?4 ORDER BY row LIMIT ?3";

    /// <summary>Parameters: partition and row of the row before, number of rows. Columns: version, properties, row, partition.</summary>
    public string After { get; } =
        $"SELECT version, properties, row, partition FROM {table} WHERE (partition, row) > (?1, ?2) ORDER BY partition, row LIMIT ?3";
}
