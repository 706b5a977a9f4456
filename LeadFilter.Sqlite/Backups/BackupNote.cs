using LeadFilter.Sqlite.Connections;
using Microsoft.Data.Sqlite;

namespace LeadFilter.Sqlite.Backups;

/// <summary>What a backup says of itself: one row of a table that only backups have.</summary>
/// <param name="Made">When it was begun, in ISO 8601; empty if the file is a plain copy of a database.</param>
/// <param name="Identity">The secret of keyed hashes; empty if the data folder did not hold it.</param>
internal sealed record BackupNote(string Made, string Identity)
{
    /// <summary>Not the secret: a record would print it.</summary>
    public override string ToString() => nameof(BackupNote);

    /// <summary>Writes it.</summary>
    /// <param name="backup">A connection to the backup.</param>
    /// <exception cref="SqliteException">It cannot be written.</exception>
    public void WriteTo(Connection backup)
    {
        backup.Run("DROP TABLE IF EXISTS backup");
        backup.Run("CREATE TABLE backup (made TEXT NOT NULL, identity TEXT NOT NULL) STRICT");
        backup.Prepare("INSERT INTO backup (made, identity) VALUES (?1, ?2)").Bind(1, Made).Bind(2, Identity).Execute();
    }

    /// <summary>Reads it and takes it out of a database, so that no trace of the secret is left there.</summary>
    /// <param name="restored">A connection to what becomes the database of a data folder.</param>
    /// <exception cref="SqliteException">It cannot be read or written.</exception>
    public static BackupNote TakeFrom(Connection restored)
    {
        if (restored.Run("SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'backup'") == 0)
        {
            return new("", "");
        }

        var row = restored.Prepare("SELECT made, identity FROM backup");
        var note = row.Next() ? new BackupNote(row.Text(0), row.Text(1)) : new("", "");
        row.Reset();
        restored.Run("PRAGMA secure_delete = ON");
        restored.Run("DROP TABLE backup");
        return note;
    }
}
