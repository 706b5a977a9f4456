using LeadFilter.Pipeline.Ports;

namespace LeadFilter.Tests.Ports;

/// <summary>Tables in memory with the semantics of <see cref="ITable"/>. Thread-safe. A table is made when it is first asked for.</summary>
internal sealed class InMemoryTables : ITables
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, InMemoryTable> tables = new(StringComparer.Ordinal);

    /// <summary>Makes calls of every table fail or wait; null for none.</summary>
    public Fault? Fault { get; set; }

    public InMemoryTable this[string name]
    {
        get
        {
            lock (gate)
            {
                if (!tables.TryGetValue(name, out var table))
                {
                    tables.Add(name, table = new(name, call => Fault?.Invoke(call) ?? ValueTask.CompletedTask));
                }

                return table;
            }
        }
    }

    ITable ITables.this[string name] => this[name];
}
