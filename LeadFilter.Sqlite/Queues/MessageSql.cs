namespace LeadFilter.Sqlite.Queues;

/// <summary>
/// The queues' statements. A message is dead once <c>died_at</c> is set; else it can be received from <c>visible_at</c>
/// on: when it was sent for, or when its lock ends. Times are milliseconds since 1970, UTC.
/// </summary>
internal static class MessageSql
{
    /// <summary>How long an id is remembered, in milliseconds: 24 hours.</summary>
    public const long RepetitionWindow = 24L * 60 * 60 * 1000;

    /// <summary>Makes the messages' table. A receipt is 0 while nobody has the message.</summary>
    public const string CreateMessages =
        """
        CREATE TABLE IF NOT EXISTS messages (
          number INTEGER PRIMARY KEY,
          queue TEXT NOT NULL,
          id TEXT NOT NULL,
          subject TEXT NOT NULL,
          body BLOB NOT NULL,
          properties TEXT NOT NULL,
          visible_at INTEGER NOT NULL,
          receipt INTEGER NOT NULL DEFAULT 0,
          deliveries INTEGER NOT NULL DEFAULT 0,
          died_at INTEGER,
          reason TEXT,
          description TEXT
        ) STRICT
        """;

    /// <summary>Finds what can be received, and counts without touching the bodies.</summary>
    public const string CreateOrder =
        "CREATE INDEX IF NOT EXISTS messages_order ON messages (queue, visible_at, receipt) WHERE died_at IS NULL";

    /// <summary>Lists the dead.</summary>
    public const string CreateDead = "CREATE INDEX IF NOT EXISTS messages_dead ON messages (queue, died_at) WHERE died_at IS NOT NULL";

    /// <summary>Finds one of the dead.</summary>
    public const string CreateDeadIds = "CREATE INDEX IF NOT EXISTS messages_dead_ids ON messages (queue, id) WHERE died_at IS NOT NULL";

    /// <summary>Makes the table of the ids that the queues took; its numbers are in the order of time.</summary>
    public const string CreateHistory =
        """
        CREATE TABLE IF NOT EXISTS history (
          number INTEGER PRIMARY KEY,
          queue TEXT NOT NULL,
          id TEXT NOT NULL,
          taken_at INTEGER NOT NULL,
          UNIQUE (queue, id)
        ) STRICT
        """;

    /// <summary>Notes an id unless it is known. Parameters: number, queue, id, now, up to when an id is forgotten.</summary>
    public const string Remember =
        """
        INSERT INTO history (number, queue, id, taken_at) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (queue, id) DO UPDATE SET number = excluded.number, taken_at = excluded.taken_at WHERE taken_at <= ?5
        """;

    /// <summary>Forgets the oldest ids. Parameters: up to when, how many at most.</summary>
    public const string Forget =
        "DELETE FROM history WHERE number IN (SELECT number FROM history ORDER BY number LIMIT ?2) AND taken_at <= ?1";

    /// <summary>Parameters: number, queue, id, subject, body, properties, visible from.</summary>
    public const string Insert =
        "INSERT INTO messages (number, queue, id, subject, body, properties, visible_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

    /// <summary>When the next message becomes visible. Parameter: queue.</summary>
    public const string NextVisible =
        "SELECT visible_at FROM messages WHERE queue = ?1 AND died_at IS NULL ORDER BY visible_at LIMIT 1";

    /// <summary>What can be received. Parameters: queue, now, how many.</summary>
    public const string Visible =
        """
        SELECT number, id, subject, body, properties, deliveries FROM messages
        WHERE queue = ?1 AND died_at IS NULL AND visible_at <= ?2 ORDER BY visible_at, receipt, number LIMIT ?3
        """;

    /// <summary>Locks a message. Parameters: number, receipt, end of the lock.</summary>
    public const string Lock = "UPDATE messages SET receipt = ?2, visible_at = ?3, deliveries = deliveries + 1 WHERE number = ?1";

    /// <summary>Gives a message up. Parameters: number, now, reason, description.</summary>
    public const string Bury = "UPDATE messages SET died_at = ?2, reason = ?3, description = ?4, receipt = 0 WHERE number = ?1";

    /// <summary>How often a locked message was received. Parameters: number, receipt, now. No row: the lock is lost.</summary>
    public const string Locked =
        "SELECT deliveries FROM messages WHERE number = ?1 AND receipt = ?2 AND visible_at > ?3 AND died_at IS NULL";

    /// <summary>Deletes a message. Parameter: number.</summary>
    public const string Delete = "DELETE FROM messages WHERE number = ?1";

    /// <summary>Makes a message visible. Parameters: number, now.</summary>
    public const string Release = "UPDATE messages SET receipt = 0, visible_at = ?2 WHERE number = ?1";

    /// <summary>Ends all locks. Parameters: queue, now.</summary>
    public const string ReleaseAll =
        "UPDATE messages SET receipt = 0, visible_at = ?2 WHERE queue = ?1 AND died_at IS NULL AND visible_at > ?2 AND receipt <> 0";

    /// <summary>Sets back what becomes visible later. Parameters: now, by how much.</summary>
    public const string SetBack = "UPDATE messages SET visible_at = max(?1, visible_at - ?2) WHERE died_at IS NULL AND visible_at > ?1";

    /// <summary>Sets back when ids were taken. Parameter: now.</summary>
    public const string SetHistoryBack = "UPDATE history SET taken_at = ?1 WHERE taken_at > ?1";

    /// <summary>When the last message was sent.</summary>
    public const string LastSend = "SELECT taken_at FROM history ORDER BY number DESC LIMIT 1";

    /// <summary>Prolongs a lock. Parameters: number, end of the lock.</summary>
    public const string Prolong = "UPDATE messages SET visible_at = ?2 WHERE number = ?1";

    /// <summary>The number of the oldest dead letter with an id. Parameters: queue, id.</summary>
    public const string DeadById =
        "SELECT number FROM messages WHERE queue = ?1 AND id = ?2 AND died_at IS NOT NULL ORDER BY number LIMIT 1";

    /// <summary>Puts a dead letter back. Parameters: number, now.</summary>
    public const string Revive =
        """
        UPDATE messages SET died_at = NULL, reason = NULL, description = NULL, receipt = 0, deliveries = 0, visible_at = ?2
        WHERE number = ?1
        """;

    /// <summary>A page of dead letters. Parameters: queue, died after this time, or then with a number after this, how many.</summary>
    public const string Dead =
        """
        SELECT number, id, died_at, reason, description, deliveries, properties FROM messages
        WHERE queue = ?1 AND died_at IS NOT NULL AND (died_at, number) > (?2, ?3) ORDER BY died_at, number LIMIT ?4
        """;

    /// <summary>A page of the living, with their bodies. Parameters: queue, a number after this, how many, now.</summary>
    public const string KeptLiving =
        """
        SELECT number, id, subject, body, properties, receipt <> 0 AND visible_at > ?4 FROM messages
        WHERE queue = ?1 AND died_at IS NULL AND number > ?2 ORDER BY number LIMIT ?3
        """;

    /// <summary>
    /// A page of the dead, with their bodies. Parameters: queue, died after this time, or then with a number after this, how many.
    /// </summary>
    public const string KeptDead =
        """
        SELECT number, id, subject, body, properties, died_at FROM messages
        WHERE queue = ?1 AND died_at IS NOT NULL AND (died_at, number) > (?2, ?3) ORDER BY died_at, number LIMIT ?4
        """;

    /// <summary>Deletes a dead letter. Parameter: number.</summary>
    public const string DeleteDead = "DELETE FROM messages WHERE number = ?1 AND died_at IS NOT NULL";

    /// <summary>Deletes a message that nobody has. Parameters: number, now.</summary>
    public const string DeleteWaiting =
        "DELETE FROM messages WHERE number = ?1 AND died_at IS NULL AND (receipt = 0 OR visible_at <= ?2)";

    /// <summary>Counts the living. Parameters: queue, now. Columns: ready, scheduled, locked.</summary>
    public const string CountLiving =
        """
        SELECT count(*) FILTER (WHERE visible_at <= ?2),
          count(*) FILTER (WHERE visible_at > ?2 AND receipt = 0),
          count(*) FILTER (WHERE visible_at > ?2 AND receipt <> 0)
        FROM messages WHERE queue = ?1 AND died_at IS NULL
        """;

    /// <summary>Counts the dead. Parameter: queue.</summary>
    public const string CountDead = "SELECT count(*) FROM messages WHERE queue = ?1 AND died_at IS NOT NULL";
}
