using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadFilter.Benchmarks.Measuring;

/// <summary>Writes what was measured: a table in Markdown, to be copied into a document, or JSON.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private const string LoadFile = "/proc/loadavg";

    /// <summary>
    /// The machine's load at this moment, for whoever judges the figures: how many threads ran or waited to run, on average over
    /// a minute.
    /// </summary>
    /// <returns>Null where the system does not tell.</returns>
    public static double? MachineLoad() =>
        File.Exists(LoadFile) ? double.Parse(File.ReadAllText(LoadFile).Split(' ')[0]) : null;

    /// <summary>Writes a document as JSON.</summary>
    /// <param name="document">The document.</param>
    public static void WriteJson<T>(T document) => Console.WriteLine(JsonSerializer.Serialize(document, Json));

    /// <summary>Says what the machine is and how busy.</summary>
    /// <param name="loadBefore">Its load before the measurement.</param>
    public static void WriteMachine(double? loadBefore) =>
        Console.WriteLine(
            $"{Environment.ProcessorCount} processors, .NET {Environment.Version}; load average {loadBefore} before, {MachineLoad()} "
                + "after");

    /// <summary>Writes a table.</summary>
    /// <param name="head">The names of its columns.</param>
    /// <param name="rows">Its rows.</param>
    public static void WriteTable(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        text.AppendLine($"| {string.Join(" | ", head)} |").AppendLine($"|{string.Concat(Enumerable.Repeat("---|", head.Count))}");
        foreach (var row in rows)
        {
            text.AppendLine($"| {string.Join(" | ", row)} |");
        }

        Console.Write(text);
    }
}
