using LeadFilter.Pipeline.Ports;
using LeadFilter.Pipeline.Ports.InMemory;

namespace LeadFilter.Tests.Ports;

/// <summary>Tables in memory that fail on demand.</summary>
internal sealed class FaultyTables : ITables
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, FaultyTable> tables = new(StringComparer.Ordinal);

    /// <summary>The tables without faults.</summary>
    public InMemoryTables Inner { get; } = new();

    /// <summary>Makes calls of every table fail or wait; null for none.</summary>
    public Fault? Fault { get; set; }

    public FaultyTable this[string name]
    {
        get
        {
            lock (gate)
            {
                if (!tables.TryGetValue(name, out var table))
                {
                    tables.Add(name, table = new(name, Inner[name], call => Fault?.Invoke(call) ?? ValueTask.CompletedTask));
                }

                return table;
            }
        }
    }

    ITable ITables.this[string name] => this[name];
}
