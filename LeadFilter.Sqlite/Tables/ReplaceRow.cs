using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Tables;

/// <summary>Replaces a row's properties; the result is its new version, or null if it has changed or is gone.</summary>
/// <param name="sql">The table.</param>
/// <param name="row">The row's keys.</param>
/// <param name="read">The version under which it was read.</param>
/// <param name="properties">Its new properties.</param>
internal sealed class ReplaceRow(TableSql sql, Row row, long read, byte[] properties) : RowWrite(row)
{
    /// <inheritdoc/>
    protected override long? Change(WriteSession session)
    {
        var version = session.NextNumber();
        var replaced = session.Prepare(sql.Replace)
            .Bind(1, Row.PartitionKey)
            .Bind(2, Row.RowKey)
            .Bind(3, version)
            .BindText(4, properties)
            .Bind(5, read)
            .Execute();
        return replaced == 1 ? version : null;
    }
}
