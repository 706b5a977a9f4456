using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Core.Fields;
using LeadFilter.Core.Fields.Catalogue;
using LeadFilter.Core.Leads.Facts;
using LeadFilter.Tests.PropertyBased;

namespace LeadFilter.Tests.Fields.Catalogue;

/// <summary>docs/fields.md says what is so.</summary>
[TestClass]
public sealed class FieldsDocumentTests
{
    private static readonly string[] Document = File.ReadAllLines(Path.Combine(Root(), "docs", "fields.md"));

    public static IEnumerable<object[]> Types => FieldTypes.All.Select(type => new object[] { type.Name });

    [TestMethod]
    public void Standard_fields_are_those_of_the_code() => CollectionAssert.AreEqual(
        StandardFields.All.Select(field => $"| `{field.Name}` | {field.Type.Name} | {field.Description} |").ToArray(),
        Rows(Section("# Standard fields")));

    [TestMethod]
    public void Facts_are_those_of_the_code() => CollectionAssert.AreEqual(
        LeadFacts.All.Select(fact => $"| `{fact.Name}` | boolean | {fact.Description} | {string.Join(", ", fact.Operands)} |").ToArray(),
        Rows(Section("# Facts about the whole lead")));

    [TestMethod]
    public void Types_are_those_of_the_code() => CollectionAssert.AreEqual(
        FieldTypes.All.Select(type => type.Name).ToArray(),
        Document.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Select(line => line[3..]).ToArray());

    [TestMethod]
    [DynamicData(nameof(Types))]
    public void Parts_are_those_of_the_code(string name) => CollectionAssert.AreEqual(
        Find(name).Parts.Select(part => $"| `{part.Name}` | {part.Type.Name} | {part.Description} |").ToArray(),
        Rows(Section($"## {name}")));

    [TestMethod]
    [DynamicData(nameof(Types))]
    public void Every_reason_is_listed(string name)
    {
        var type = Find(name);
        var reasons = Section($"## {name}").SingleOrDefault(line => line.StartsWith("Reasons: ", StringComparison.Ordinal)) ?? "";
        Check.One(
            PropertyCases.Of(1000),
            Prop.ForAll(RawTexts.Any, raw => type.Standardize(raw).Why is not { } why || reasons.Contains($"`{why}`", StringComparison.Ordinal)));
    }

    private static FieldType Find(string name) => FieldTypes.TryFind(name, out var type) ? type : throw new AssertFailedException($"No type '{name}'.");

    private static string[] Section(string heading) =>
        [.. Document.SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith('#'))];

    private static string[] Rows(string[] section) => [.. section.Where(line => line.StartsWith("| `", StringComparison.Ordinal))];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LeadFilter.slnx")))
        {
            folder = folder.Parent ?? throw new AssertFailedException("LeadFilter.slnx is not above the tests.");
        }

        return folder.FullName;
    }
}
