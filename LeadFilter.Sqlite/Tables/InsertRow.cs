using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Tables;

/// <summary>Inserts a row; the result is its version, or null if the key is taken.</summary>
/// <param name="sql">The table.</param>
/// <param name="row">The row's keys.</param>
/// <param name="properties">Its properties.</param>
internal sealed class InsertRow(TableSql sql, Row row, byte[] properties) : RowWrite(row)
{
    /// <inheritdoc/>
    protected override long? Change(WriteSession session)
    {
        var version = session.NextNumber();
        var inserted = session.Prepare(sql.Insert)
            .Bind(1, Row.PartitionKey)
            .Bind(2, Row.RowKey)
            .Bind(3, version)
            .BindText(4, properties)
            .Execute();
        return inserted == 1 ? version : null;
    }
}
