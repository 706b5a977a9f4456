using LeadFilter.Sqlite.Writing;

namespace LeadFilter.Tests.Sqlite;

/// <summary>Runs a statement within the writer's transaction, to make a failure or to look behind the scenes.</summary>
/// <param name="sql">A statement whose first column is a number.</param>
internal sealed class StatementWrite(string sql) : Write<long>
{
    protected override long Change(WriteSession session)
    {
        var statement = session.Prepare(sql);
        var value = statement.Next() ? statement.Number(0) : 0;
        statement.Reset();
        return value;
    }
}
