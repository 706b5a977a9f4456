using LeadFilter.Pipeline.Ports;
using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Sqlite.Tables;

/// <summary>Deletes a row; the result is false if it has changed or is gone.</summary>
/// <param name="sql">The table.</param>
/// <param name="row">The row's keys.</param>
/// <param name="read">The version under which it was read.</param>
internal sealed class DeleteRow(TableSql sql, Row row, long read) : Write<bool>
{
    /// <inheritdoc/>
    protected override bool Change(WriteSession session) =>
        session.Prepare(sql.Delete).Bind(1, row.PartitionKey).Bind(2, row.RowKey).Bind(3, read).Execute() == 1;
}
