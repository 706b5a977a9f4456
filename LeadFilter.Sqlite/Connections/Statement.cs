using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LeadFilter.Sqlite.Connections;

/// <summary>
/// A prepared statement, to be bound and run any number of times by one thread at a time. It works on SQLite's own
/// functions: a run allocates nothing but what it returns, and text keeps a NUL, at which the ADO.NET reader would end it.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const int StackBytes = 1024;

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    /// <summary>Prepares a statement.</summary>
    /// <param name="database">The open database.</param>
    /// <param name="sql">One SQL statement; its parameters are numbered from 1.</param>
    /// <exception cref="SqliteException">SQLite refuses it.</exception>
    public Statement(sqlite3 database, string sql)
    {
        this.database = database;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    /// <summary>Binds a whole number.</summary>
    /// <param name="at">The parameter's number, from 1.</param>
    /// <param name="value">The value.</param>
    /// <returns>This statement.</returns>
    public Statement Bind(int at, long value)
    {
        Check(raw.sqlite3_bind_int64(statement, at, value));
        return this;
    }

    /// <summary>Binds text. A lone surrogate, which UTF-8 cannot express, becomes U+FFFD.</summary>
    /// <param name="at">The parameter's number, from 1.</param>
    /// <param name="value">The value.</param>
    /// <returns>This statement.</returns>
    public Statement Bind(int at, string value)
    {
        var size = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (size <= StackBytes)
        {
            Span<byte> utf8 = stackalloc byte[StackBytes];
            return BindText(at, utf8[..Encoding.UTF8.GetBytes(value, utf8)]);
        }

        var rented = ArrayPool<byte>.Shared.Rent(size);
        BindText(at, rented.AsSpan(0, Encoding.UTF8.GetBytes(value, rented)));
        ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        return this;
    }

    /// <summary>Binds text that is UTF-8 already.</summary>
    /// <param name="at">The parameter's number, from 1.</param>
    /// <param name="utf8">The text; SQLite copies it.</param>
    /// <returns>This statement.</returns>
    public Statement BindText(int at, ReadOnlySpan<byte> utf8)
    {
        Check(raw.sqlite3_bind_text(statement, at, utf8));
        return this;
    }

    /// <summary>Binds bytes.</summary>
    /// <param name="at">The parameter's number, from 1.</param>
    /// <param name="bytes">The bytes; SQLite copies them.</param>
    /// <returns>This statement.</returns>
    public Statement BindBytes(int at, ReadOnlySpan<byte> bytes)
    {
        Check(raw.sqlite3_bind_blob(statement, at, bytes));
        return this;
    }

    /// <summary>Goes on to the next row; after the last one, or a failure, the statement is ready to be bound again.</summary>
    /// <returns>False if there is none.</returns>
    /// <exception cref="SqliteException">The statement failed.</exception>
    public bool Next()
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        if (code != raw.SQLITE_DONE)
        {
            var failure = Failure(code);
            Reset();
            throw failure;
        }

        Reset();
        return false;
    }

    /// <summary>Runs an INSERT, UPDATE or DELETE.</summary>
    /// <returns>How many rows it changed.</returns>
    /// <exception cref="SqliteException">The statement failed.</exception>
    public int Execute()
    {
        while (Next())
        {
        }

        return raw.sqlite3_changes(database);
    }

    /// <summary>Leaves the rows that were not read; with them ends the snapshot that they hold.</summary>
    public void Reset() => raw.sqlite3_reset(statement);

    /// <summary>A whole number of the current row.</summary>
    /// <param name="column">The column's number, from 0.</param>
    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>Whether the current row has no value there.</summary>
    /// <param name="column">The column's number, from 0.</param>
    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    /// <summary>The bytes of a text or blob of the current row, valid until the next step.</summary>
    /// <param name="column">The column's number, from 0.</param>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(statement, column);

    /// <summary>A text of the current row.</summary>
    /// <param name="column">The column's number, from 0.</param>
    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    /// <inheritdoc/>
    public void Dispose() => statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Failure(code);
        }
    }

    private SqliteException Failure(int code) =>
        new(
            $"SQLite says: {raw.sqlite3_errmsg(database).utf8_to_string()} (code {raw.sqlite3_extended_errcode(database)})",
            code & 0xFF,
            raw.sqlite3_extended_errcode(database));
}
