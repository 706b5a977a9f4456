namespace LeadFilter.Pipeline.Ports.InMemory;

/// <summary>
/// Tables in memory, for simulations and tests: they last as long as the object. Safe for use by many threads. A table is
/// made when it is first asked for, whatever its name.
/// </summary>
public sealed class InMemoryTables : ITables
{
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
                    tables.Add(name, table = new());
                }

                return table;
            }
        }
    }

    ITable ITables.this[string name] => this[name];
}
