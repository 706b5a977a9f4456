using BenchmarkDotNet.Attributes;
using LeadFilter.Core.Data;
using LeadFilter.Core.Fields.Lists;

namespace LeadFilter.Benchmarks.Fields;

/// <summary>Looking a text up in a list, over texts that are there and others that are not. Budget: 100 ns.</summary>
public class ListBenchmarks
{
    private const int Texts = 4;

    private static readonly (string Name, TextSet Set, string[] Texts)[] All =
    [
        ("disposable domains", new(new EmbeddedFile("disposable-domains.txt").Read),
            ["mailinator.com", "gmail.com", "zzz-mail.example", "company.example"]),
        ("free domains", new(new EmbeddedFile("free-mail-domains.txt").Read),
            ["gmail.com", "mail2world.com", "acme-roofing.com", "yahoo.fr"]),
        ("public suffixes", new(new EmbeddedFile("public-suffixes.txt").Read), ["co.uk", "example.com", "com", "github.io"]),
        ("office users", new(new EmbeddedFile("office-users.txt").Read), ["info", "ada.lovelace", "sales", "jo"]),
        ("obscene words", new(new EmbeddedFile("obscene-words.txt").Read), ["ass", "Lovelace", "Ada", "bitch"]),
        ("figures", new(new EmbeddedFile("figures.txt").Read), ["mickey mouse", "ada lovelace", "bob jones", "buzz lightyear"]),
    ];

    private TextSet set = null!;
    private string[] texts = [];

    public static IEnumerable<string> Lists => All.Select(list => list.Name);

    [ParamsSource(nameof(Lists))]
    public string List { get; set; } = "";

    [GlobalSetup]
    public void Find() => (_, set, texts) = All.Single(list => list.Name == List);

    [Benchmark(Description = "look up", OperationsPerInvoke = Texts)]
    public int LookUp()
    {
        var found = 0;
        for (var at = 0; at < Texts; at++)
        {
            found += set.Contains(texts[at]) ? 1 : 0;
        }

        return found;
    }
}
