using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LeadFilter.Scale;

/// <summary>Writes results as a table or as JSON.</summary>
internal static class ScaleReport
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Everything that was measured.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="results">The results.</param>
    public static string ToJson(int seed, IReadOnlyList<ScaleResult> results) => JsonSerializer.Serialize(new { seed, results }, Json);

    /// <summary>The head of the table.</summary>
    public static string Head =>
        "| leads/s | scenario | p50 | p95 | p99 | answered 503 | hottest partition | refused calls | mostly by | to the CRM, p95 | "
            + "undelivered, most | CRM calls at once, most | instances http + deliver | $ a million | rows swept a second |\n"
        + "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|";

    /// <summary>A line of the table.</summary>
    /// <param name="result">The result.</param>
    public static string Line(ScaleResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {result.Rate:n0} | {result.Scenario} | {Time(result.P50)} | {Time(result.P95)} | {Time(result.P99)} | "
            + $"{Part(result.Errors, result.Arrived)} "
        + $"| {result.HottestPartition.Resource["partition of ".Length..]} {result.HottestPartition.Load:p0} | {result.Refused:n0} | "
        + $"{result.Bottleneck?.Resource ?? "–"} "
        + $"| {Time(result.DeliveryP95)} | {result.MostBacklog:n0} | {result.MostCrmCalls:n0} | "
            + $"{result.HttpInstances} + {result.ForwardInstances} | "
        + $"{result.Cost.Total:0} | {result.SweptPerSecond:n0} |");

    /// <summary>The ceilings of a deployment.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="ceilings">Its ceilings.</param>
    public static string Ceilings(string name, IEnumerable<Ceiling> ceilings) =>
        $"{name}: "
            + string.Join(
                ", ", ceilings.Select(static one => string.Create(CultureInfo.InvariantCulture, $"{one.Resource} {one.Rate:n0}")));

    /// <summary>How long the sweep takes to pass all rows.</summary>
    /// <param name="rate">Leads a second.</param>
    public static string Sweep(int rate)
    {
        var (workload, deployment) = (new Workload { Rate = rate }, new Deployment());
        return string.Create(
            CultureInfo.InvariantCulture,
            $"- {rate:n0} leads/s: {SweepPass.RowsKept(workload):n0} rows, {SweepPass.Days(workload, deployment):n1} days; the receipts "
                + $"alone {SweepPass.Receipts(workload) / SweepPass.RowsOfSweep(workload, deployment):n1} sweeps");
    }

    private static string Time(double seconds) => seconds switch
    {
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:0} ms"),
        < 100 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s"),
    };

    private static string Part(long some, long all) =>
        some == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{(double)some / all:0.###%}");
}
