namespace LeadFilter.Pipeline.Ports.InMemory;

/// <summary>
/// Tables in memory, for simulations and tests: they last as long as the object. Safe for use by many threads. A table is
/// made when it is first asked for, whatever its name.
/// </summary>
public sealed class InMemoryTables : ITables
{
    // One for all tables, so that changes of several can be made together.
    private readonly Lock gate = new();
    private readonly Dictionary<string, InMemoryTable> tables = new(StringComparer.Ordinal);

    /// <summary>A table by its name.</summary>
    /// <param name="name">The name.</param>
    public InMemoryTable this[string name]
    {
        get
        {
            lock (gate)
            {
                if (!tables.TryGetValue(name, out var table))
                {
                    tables.Add(name, table = new(gate));
                }

                return table;
            }
        }
    }

    /// <summary>Changes rows of several tables while nobody else reads or changes any.</summary>
    /// <param name="change">Changes them; its result is returned.</param>
    internal bool Together(Func<bool> change)
    {
        lock (gate)
        {
            return change();
        }
    }

    ITable ITables.this[string name] => this[name];
}
