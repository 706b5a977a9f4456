using System.Globalization;

namespace LeadFilter.Tests.Metrics;

/// <summary>
/// A strict reader of the two text formats, written from their specifications (Prometheus, "Exposition formats"; OpenMetrics 1.0). What a
/// scraper would refuse or misread fails the test.
/// </summary>
internal sealed class Exposition
{
    private readonly Dictionary<string, double> samples = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(double Bound, double Count)>> buckets = new(StringComparer.Ordinal);
    private readonly bool open;
    private string family = "";

    private Exposition(bool open) => this.open = open;

    /// <summary>Every sample by its name and sorted labels, such as <c>a_total{x="1"}</c>.</summary>
    public IReadOnlyDictionary<string, double> Samples => samples;

    /// <summary>The types of the families.</summary>
    public IReadOnlyDictionary<string, string> Types => types;

    /// <summary>The units of the families.</summary>
    public IReadOnlyDictionary<string, string> Units => units;

    /// <summary>What the families say of themselves.</summary>
    public Dictionary<string, string> Helps { get; } = new(StringComparer.Ordinal);

    public static Exposition Read(string text, bool open)
    {
        var read = new Exposition(open);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var lines = text[..^1].Split('\n');
        if (open)
        {
            Assert.AreEqual("# EOF", lines[^1]);
            lines = lines[..^1];
        }

        foreach (var line in lines)
        {
            read.Take(line);
        }

        read.CheckHistograms();
        return read;
    }

    private void Take(string line)
    {
        if (line.StartsWith("# ", StringComparison.Ordinal))
        {
            var words = line.Split(' ', 4);
            var (kind, name, rest) = (words[1], words[2], words.Length > 3 ? words[3] : "");
            Assert.IsTrue(IsName(name), line);
            Assert.IsTrue(kind is "HELP" or "TYPE" || (kind == "UNIT" && open), line);
            var told = kind switch { "HELP" => Helps, "TYPE" => types, _ => units };
            Assert.IsTrue(told.TryAdd(name, kind == "HELP" ? Unescape(rest, quotes: open, line) : rest), $"told twice: {line}");
            family = name;
            return;
        }

        TakeSample(line);
    }

    private void TakeSample(string line)
    {
        var end = line.IndexOfAny(['{', ' ']);
        var name = line[..end];
        Assert.IsTrue(IsName(name), line);
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var at = end;
        if (line[at] == '{')
        {
            at = ReadLabels(line, at + 1, labels);
        }

        Assert.AreEqual(' ', line[at], line);
        var number = Number(line[(at + 1)..], line);
        Assert.IsTrue(types.ContainsKey(family) && Belongs(name), $"a sample outside its family {family}: {line}");
        var bound = labels.GetValueOrDefault("le");
        if (types[family] == "histogram" && bound is not null)
        {
            labels.Remove("le");
            var key = Key(family, labels);
            (buckets.TryGetValue(key, out var list) ? list : buckets[key] = []).Add((Number(bound, line), number));
            Assert.IsTrue(!open || bound == "+Inf" || bound.Contains('.', StringComparison.Ordinal) || bound.Contains('E', StringComparison.Ordinal), line);
            labels["le"] = bound;
        }

        Assert.IsTrue(samples.TryAdd(Key(name, labels), number), $"twice: {line}");
        Assert.IsTrue(types[family] != "counter" || number >= 0, line);
    }

    private bool Belongs(string name) => types[family] switch
    {
        "counter" => name.EndsWith("_total", StringComparison.Ordinal) && (open ? name == $"{family}_total" : name == family),
        "gauge" => name == family && !name.EndsWith("_total", StringComparison.Ordinal),
        "histogram" => name == $"{family}_bucket" || name == $"{family}_sum" || name == $"{family}_count",
        _ => false,
    };

    private static int ReadLabels(string line, int at, SortedDictionary<string, string> labels)
    {
        while (line[at] != '}')
        {
            var equals = line.IndexOf('=', at);
            var name = line[at..equals];
            Assert.IsTrue(IsName(name) && !name.Contains(':', StringComparison.Ordinal), line);
            Assert.AreEqual('"', line[equals + 1], line);
            var close = equals + 2;
            while (line[close] != '"')
            {
                close += line[close] == '\\' ? 2 : 1;
            }

            Assert.IsTrue(labels.TryAdd(name, Unescape(line[(equals + 2)..close], quotes: true, line)), line);
            at = close + 1;
            if (line[at] == ',')
            {
                at++;
                Assert.AreNotEqual('}', line[at], line);
            }
        }

        return at + 1;
    }

    private void CheckHistograms()
    {
        foreach (var (key, list) in buckets)
        {
            for (var at = 1; at < list.Count; at++)
            {
                Assert.IsLessThan(list[at].Bound, list[at - 1].Bound, key);
                Assert.IsLessThanOrEqualTo(list[at].Count, list[at - 1].Count, key);
            }

            var brace = key.IndexOf('{', StringComparison.Ordinal);
            var count = brace < 0 ? $"{key}_count" : $"{key[..brace]}_count{key[brace..]}";
            Assert.AreEqual(double.PositiveInfinity, list[^1].Bound, key);
            Assert.AreEqual(samples[count], list[^1].Count, key);
        }

        foreach (var (name, unit) in units)
        {
            Assert.EndsWith($"_{unit}", name, StringComparison.Ordinal);
        }
    }

    private static string Key(string name, SortedDictionary<string, string> labels) => labels.Count == 0
        ? name
        : $"{name}{{{string.Join(',', labels.Select(static label => $"{label.Key}=\"{label.Value}\""))}}}";

    private static double Number(string text, string line) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        "NaN" => double.NaN,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && char.IsAsciiDigit(text[^1])
            ? number
            : throw new AssertFailedException($"not a number: {line}"),
    };

    private static string Unescape(string text, bool quotes, string line)
    {
        var plain = "";
        for (var at = 0; at < text.Length; at++)
        {
            plain += text[at] switch
            {
                '\\' => text[++at] switch
                {
                    '\\' => '\\',
                    'n' => '\n',
                    '"' when quotes => '"',
                    _ => throw new AssertFailedException($"an unknown escape: {line}"),
                },
                '"' when quotes => throw new AssertFailedException($"a quote without escape: {line}"),
                var other => other,
            };
        }

        return plain;
    }

    private static bool IsName(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or ':');
}
