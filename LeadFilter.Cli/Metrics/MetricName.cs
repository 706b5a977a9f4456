using System.Text;

namespace LeadFilter.Cli.Metrics;

/// <summary>
/// Names as Prometheus writes them. Facts: OpenTelemetry, "Prometheus and OpenMetrics compatibility"; Prometheus, "Metric and label
/// naming".
/// </summary>
internal static class MetricName
{
    /// <summary>The unit's word; empty if it has none, such as <c>{lead}</c>.</summary>
    /// <param name="unit">The unit in UCUM.</param>
    public static string UnitOf(string? unit) => unit switch
    {
        "s" => "seconds",
        "ms" => "milliseconds",
        "By" => "bytes",
        _ => "",
    };

    /// <summary>A metric's name with its unit, without what a kind of metric adds.</summary>
    /// <param name="name">The instrument's name.</param>
    /// <param name="unit">The unit's word; empty for none.</param>
    public static string Of(string name, string unit)
    {
        var plain = Plain(name);
        return unit.Length == 0 || plain.EndsWith($"_{unit}", StringComparison.Ordinal) ? plain : $"{plain}_{unit}";
    }

    /// <summary>A name of letters, digits and <c>_</c> that does not begin with a digit: also that of a label.</summary>
    /// <param name="name">The name as OpenTelemetry has it.</param>
    public static string Plain(string name)
    {
        var text = new StringBuilder(name.Length + 1);
        foreach (var character in name)
        {
            text.Append(char.IsAsciiLetterOrDigit(character) ? character : '_');
        }

        return name.Length > 0 && char.IsAsciiDigit(name[0]) ? text.Insert(0, '_').ToString() : text.ToString();
    }
}
